import type { PlopTypes } from '@turbo/gen'
import { bindingActions } from './binding-actions.ts'
import { bindingQuestions } from './binding-questions.ts'

/** Registers the generators of `turbo gen`; CONTRIBUTING.md walks through them. */
// eslint-disable-next-line no-restricted-exports -- turbo calls the default export
export default function registerGenerators(plop: PlopTypes.NodePlopAPI): void {
  plop.setGenerator('binding', {
    description: 'A binding for another framework, complete but for src/cors.ts',
    prompts: [...bindingQuestions],
    actions: bindingActions,
  })
}
