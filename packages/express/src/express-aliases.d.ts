// The other versions that the tests install under aliases; what is used of them is the same in all.
declare module 'express-4' {
  export { default } from 'express'
}
declare module 'express-4-floor' {
  export { default } from 'express'
}
declare module 'express-5-floor' {
  export { default } from 'express'
}
