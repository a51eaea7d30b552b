// The oldest version, which the tests install under an alias; what is used of it is the same.
declare module 'elysia-floor' {
  export { Elysia, t } from 'elysia'
}
