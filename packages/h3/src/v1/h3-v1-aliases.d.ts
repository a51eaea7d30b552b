// The oldest version, which the tests install under an alias; what is used of it is the same.
declare module 'h3-1-floor' {
  // eslint-disable-next-line no-restricted-syntax -- it stands for the whole package
  export * from 'h3-1'
}
