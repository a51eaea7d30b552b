// The other version that the tests install under an alias; what is used of it is the same.
declare module 'h3-floor' {
  export { H3 } from 'h3'
}
declare module 'h3-floor/node' {
  export { toNodeHandler } from 'h3/node'
}
