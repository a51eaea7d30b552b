import type { BindingAnswers } from './binding-answers.ts'
import { floorOf, identifierOf, toCamelCase, toPascalCase } from './words.ts'

/** What the templates of a binding say: the answers, and what follows from them. */
export interface BindingFacts extends BindingAnswers {
  readonly isNode: boolean
  /** The name of the package in variables. */
  readonly camel: string
  /** The name of the package in types. */
  readonly pascal: string
  readonly floor: string
  /** Whether the oldest version is tested beside the newest. */
  readonly hasFloor: boolean
  /** The package that has the types of the framework; empty where it brings its own. */
  readonly typesPackage: string
  /** The name by which the factory is imported. */
  readonly identifier: string
  /** What a module that stands for the framework exports. */
  readonly reexport: string
  /** The import of the factory, of its oldest version, and of its type. */
  readonly importFactory: string
  readonly importFloor: string
  readonly importFactoryType: string
  /** The first argument of middleware. */
  readonly argument: string
  /** What the package may import, as the table of `eslint.config.js` says it. */
  readonly imports: string
}

/** Derives what the templates say. */
export function factsOf(answers: BindingAnswers): BindingFacts {
  const { factory, framework, kind, latest, name, peers, types } = answers
  const isNode = kind === 'node'
  const floor = floorOf(peers) ?? latest
  const identifier = identifierOf(factory)
  const isNamed = factory.includes('{')
  return {
    ...answers,
    isNode,
    camel: toCamelCase(name),
    pascal: toPascalCase(name),
    floor,
    hasFloor: floor !== latest,
    typesPackage: types === 'none' ? '' : `@types/${framework.replace('@', '').replace('/', '__')}`,
    identifier,
    reexport: isNamed ? identifier : 'default',
    importFactory: `import ${isNamed ? `{ ${identifier} }` : identifier} from '${framework}'`,
    importFloor: `import ${isNamed ? `{ ${identifier} as ${identifier}Floor }` : `${identifier}Floor`} from '${name}-floor'`,
    importFactoryType: `import type ${isNamed ? `{ ${identifier} as latest }` : 'latest'} from '${framework}'`,
    argument: isNode ? 'request' : 'context',
    imports: isNode ? "['core', 'node']" : "['core', 'fetch']",
  }
}
