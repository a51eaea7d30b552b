// The application of the exam on NestJS. Decorators are called as functions: Node does not read their syntax.
import { counter, endpoints } from './exam.mjs'

/**
 * Makes a module whose controller serves the endpoints, through the response of the platform.
 *
 * @param nest The decorators of `@nestjs/common`.
 * @param handle Handles a request for an endpoint, given the platform's response.
 * @param answerOptions Answers as the application itself does where it is asked for OPTIONS.
 */
export function createExamModule(
  { Controller, Delete, Get, Module, Options, Patch, Post, Put, Res },
  { answerOptions, handle },
) {
  const decorators = { DELETE: Delete, GET: Get, PATCH: Patch, POST: Post, PUT: Put }
  class ExamController {}

  function addRoute(decorator, name, handler) {
    ExamController.prototype[name] = handler
    decorator(ExamController.prototype, name, Object.getOwnPropertyDescriptor(ExamController.prototype, name))
  }

  for (const endpoint of endpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    if (behaviour === 'count') {
      addRoute(Get(path), path, () => ({ handled: counter.handled }))
      continue
    }
    // HEAD is answered wherever GET is.
    for (const method of methods.filter((name) => name in decorators)) {
      const name = `${method} ${path}`
      Res()(ExamController.prototype, name, 0)
      addRoute(decorators[method](path), name, (response) => handle(endpoint, response))
    }
    if (ownOptions === undefined) continue
    const name = `OPTIONS ${path}`
    Res()(ExamController.prototype, name, 0)
    addRoute(Options(path), name, (response) => answerOptions(ownOptions, response))
  }

  class ExamModule {}
  Controller()(ExamController)
  Module({ controllers: [ExamController] })(ExamModule)
  return ExamModule
}
