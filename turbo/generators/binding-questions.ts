import type { PlopTypes } from '@turbo/gen'
import type { BindingAnswers } from './binding-answers.ts'
import { floorOf, identifierOf, toCamelCase, toPascalCase } from './words.ts'

/** The answers so far. */
type Known = BindingAnswers

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

function matching(pattern: RegExp, wanted: string): (answer: string) => true | string {
  return (answer) => pattern.test(answer) || `Wanted: ${wanted}. Given: ${JSON.stringify(answer)}.`
}

function last({ framework }: Known): string {
  return framework.slice(framework.indexOf('/') + 1)
}

/** The questions of `turbo gen binding`. */
export const bindingQuestions = [
  {
    type: 'input',
    name: 'framework',
    message: 'Which framework, as npm knows it?',
    validate: matching(/^(?:@[a-z\d-]+\/)?[a-z\d][a-z\d._-]*$/, 'the name of a package on npm, such as polka'),
  },
  {
    type: 'input',
    name: 'displayName',
    message: 'What is it called in prose?',
    default: (known: Known) => toPascalCase(last(known)),
    validate: matching(/\S/, 'a name, such as Polka'),
  },
  {
    type: 'list',
    name: 'kind',
    message: 'What does its middleware work on?',
    choices: [
      { name: 'Node: (request, response, next)', value: 'node' },
      { name: 'Web standards: (context, next), with a Request, to a Response', value: 'web' },
    ],
  },
  {
    type: 'input',
    name: 'name',
    message: 'What is the binding to be called, after "@corsac/"?',
    default: last,
    validate: matching(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/, 'lower case, digits and hyphens, such as polka'),
  },
  {
    type: 'input',
    name: 'peers',
    message: 'Which versions does it support, the oldest first?',
    validate: (range: string) =>
      floorOf(range) !== undefined || 'Wanted: a range that begins with a whole version, such as ^2.13.0 || ^3.0.0.',
  },
  {
    type: 'input',
    name: 'latest',
    message: 'What is the newest of them, exactly?',
    default: ({ peers }: Known) => floorOf(peers),
    validate: matching(/^\d+\.\d+\.\d+\S*$/, 'an exact version, such as 3.3.0'),
  },
  {
    type: 'input',
    name: 'types',
    message: 'Which version of its @types package is needed ("none" where it brings its own types)?',
    default: 'none',
    validate: matching(/^(?:none|\d+\.\d+\.\d+)$/, 'an exact version, or none'),
  },
  {
    type: 'input',
    name: 'factory',
    message: 'What is imported to make an application (in braces, unless it is the default export)?',
    default: (known: Known) => toCamelCase(last(known)),
    validate: matching(
      /^(?:[A-Za-z_$][\w$]*|\{ ?[A-Za-z_$][\w$]* ?\})$/,
      'polka for a default export, { Hono } for a named one',
    ),
  },
  {
    type: 'input',
    name: 'application',
    message: 'Which expression makes an application?',
    default: ({ factory }: Known) => (factory.includes('{') ? `new ${identifierOf(factory)}()` : `${factory}()`),
    validate: matching(/\S/, 'an expression, such as polka()'),
  },
  {
    type: 'input',
    name: 'mount',
    message: 'Which method of "app" mounts middleware, ahead of everything else?',
    default: 'use',
    validate: matching(IDENTIFIER, 'the name of a method, such as use'),
  },
  {
    type: 'input',
    name: 'listener',
    message: 'What of "app" takes requests: a listener of node:http, or a function from Request to Response?',
    default: ({ kind }: Known) => (kind === 'web' ? 'app.fetch' : 'app'),
    validate: matching(/\S/, 'an expression, such as app.fetch'),
  },
  {
    type: 'input',
    name: 'middleware',
    message: 'What is the type of its middleware called?',
    default: 'Middleware',
    validate: matching(IDENTIFIER, 'the name of a type that the framework exports, such as Middleware'),
  },
  {
    type: 'input',
    name: 'request',
    message: 'Where does middleware have the request, from its first argument "request" (Node) or "context" (web)?',
    default: ({ kind }: Known) => (kind === 'web' ? 'context.request' : 'request'),
    validate: matching(/^(?:request|context)\b/, 'an expression, such as context.request'),
  },
] as const satisfies readonly (PlopTypes.PromptQuestion & { readonly name: keyof BindingAnswers })[]
