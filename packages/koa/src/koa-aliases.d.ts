// The other versions that the tests install under aliases; what is used of them is the same in all.
declare module 'koa-2' {
  export { default } from 'koa'
}
declare module 'koa-2-floor' {
  export { default } from 'koa'
}
declare module 'koa-3-floor' {
  export { default } from 'koa'
}
