// The oldest version, which the tests install under an alias, has no types of its own; what is used of it is the same.
declare module 'hapi-floor' {
  export { server } from '@hapi/hapi'
}
