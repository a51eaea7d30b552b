// The other version that the tests install under an alias; what is used of it is the same in both.
declare module 'fastify-floor' {
  export { fastify } from 'fastify'
}
