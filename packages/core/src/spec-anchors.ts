/** What an explanation speaks of, by its name in the Fetch standard, each with its address there. */
export const specAnchors = {
  'CORS request': 'https://fetch.spec.whatwg.org/#cors-request',
  'CORS-preflight request': 'https://fetch.spec.whatwg.org/#cors-preflight-request',
  'CORS check': 'https://fetch.spec.whatwg.org/#concept-cors-check',
  'CORS-preflight fetch': 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0',
  'CORS filtered response': 'https://fetch.spec.whatwg.org/#concept-filtered-response-cors',
} as const

/** The name of one of the {@link specAnchors}. */
export type SpecAnchorName = keyof typeof specAnchors
