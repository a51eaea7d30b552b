// What is bundled before the examination: to compile it at each of a hundred starts would take minutes.
export { sourceOf } from '@corsac/binding-exam'
export { cors } from '@corsac/express'
