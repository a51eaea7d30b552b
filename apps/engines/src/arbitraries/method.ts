import fc from 'fast-check'

/** The methods that a page may name, whether they are good ones or not. */
export const methods: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('GET', 'GET', 'POST', 'HEAD') },
  { weight: 12, arbitrary: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS') },
  // Normalized: what is sent is in upper case.
  { weight: 3, arbitrary: fc.constantFrom('get', 'Post', 'hEAD', 'put', 'Delete', 'options') },
  // Not normalized: what is sent is as it is written.
  {
    weight: 6,
    arbitrary: fc.constantFrom('patch', 'Patch', 'query', 'QUERY', 'PROPFIND', 'Purge', 'M-SEARCH', "!#$%&'*+-.^_`|~9"),
  },
  { weight: 1, arbitrary: fc.constantFrom('TRACE', 'connect', 'Track', 'A B', '', 'G\u00cbT', 'GET/', '*') },
)
