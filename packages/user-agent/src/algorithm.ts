/** The algorithms that take the steps of an exchange, by their names in the standard, each with its address there. */
export const ALGORITHMS = {
  'new Request': 'https://fetch.spec.whatwg.org/#dom-request',
  'main fetch': 'https://fetch.spec.whatwg.org/#concept-main-fetch',
  'scheme fetch': 'https://fetch.spec.whatwg.org/#concept-scheme-fetch',
  'CORS-preflight fetch': 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0',
  'HTTP-network-or-cache fetch': 'https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch',
  'HTTP-network fetch': 'https://fetch.spec.whatwg.org/#concept-http-network-fetch',
  'CORS check': 'https://fetch.spec.whatwg.org/#concept-cors-check',
  'TAO check': 'https://fetch.spec.whatwg.org/#concept-tao-check',
  'cross-origin resource policy check': 'https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check',
  'HTTP fetch': 'https://fetch.spec.whatwg.org/#concept-http-fetch',
  'HTTP-redirect fetch': 'https://fetch.spec.whatwg.org/#concept-http-redirect-fetch',
  'basic filtered response': 'https://fetch.spec.whatwg.org/#concept-filtered-response-basic',
  'CORS filtered response': 'https://fetch.spec.whatwg.org/#concept-filtered-response-cors',
  'opaque filtered response': 'https://fetch.spec.whatwg.org/#concept-filtered-response-opaque',
  'opaque-redirect filtered response': 'https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect',
} as const

/** The name of one of the {@link ALGORITHMS}. */
export type AlgorithmName = keyof typeof ALGORITHMS
