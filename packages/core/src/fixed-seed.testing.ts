import fc from 'fast-check'

// Whether a mutant is caught may not depend on luck.
fc.configureGlobal({ seed: 1, endOnFailure: true })
