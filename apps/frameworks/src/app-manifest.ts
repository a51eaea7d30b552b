import { defaultEndpoints, type EndpointName, endpointNames, type Endpoints } from './endpoints.ts'
import { isJsonObject } from './json-shape.ts'
import { isQuestionId, type QuestionId, questionIds } from './question-id.ts'

/** What `framework.json` says of an app. */
export interface AppManifest {
  /** What reports call it, such as "Next.js, route handlers". */
  readonly name: string
  /** The npm package whose version is that of the app's framework. */
  readonly framework: string
  /** The page and the section that its code is taken from: `packages/fetch/FRAMEWORKS.md#nextjs-route-handlers`. */
  readonly recipe: string
  /** The packages of ours that it imports; what those depend on is installed with them. */
  readonly packages: readonly string[]
  readonly endpoints: Endpoints
  /** The questions that cannot apply to it, each with the reason. */
  readonly lacks: Readonly<Partial<Record<QuestionId, string>>>
}

/** A manifest, or everything that is wrong with it. */
export type ParsedManifest =
  { readonly ok: true; readonly manifest: AppManifest } | { readonly ok: false; readonly issues: readonly string[] }

const KEYS = ['name', 'framework', 'recipe', 'packages', 'paths', 'writeMethod', 'writeBody', 'statuses', 'lacks']

const RECIPE = /^[\w/.-]+\.md#[\w-]+$/

/** Reads what `framework.json` holds. */
export function parseManifest(input: unknown): ParsedManifest {
  if (!isJsonObject(input)) return { ok: false, issues: ['it is not an object'] }
  const given = input
  const issues: string[] = []

  /** Reads the value of a key, and takes down what it should have been where it is not. */
  function read<Value>(key: string, isRight: (value: unknown) => value is Value, expected: string, fallback?: Value) {
    const value = given[key]
    if (value === undefined && fallback !== undefined) return fallback
    if (isRight(value)) return value
    issues.push(`"${key}" is ${value === undefined ? 'missing' : JSON.stringify(value)}: write ${expected}`)
    return undefined
  }

  for (const key of Object.keys(given).filter((each) => !KEYS.includes(each)))
    issues.push(`"${key}" is unknown: write ${KEYS.join(', ')}`)
  const name = read('name', isText, 'what reports are to call the app')
  const framework = read('framework', isText, "the name of the framework's npm package")
  const recipe = read('recipe', isRecipe, 'a page and its section, such as "packages/fetch/FRAMEWORKS.md#nitro"')
  const packages = read('packages', isPackageList, 'a list of packages of ours, such as ["@corsac/fetch"]')
  const paths = read('paths', isPaths, `paths that start with "/" for some of ${endpointNames.join(', ')}`, {})
  const writeMethod = read('writeMethod', isText, 'a method', defaultEndpoints.writeMethod)
  const statuses = read('statuses', isStatuses, 'a status for "fail", "missing" or both', {})
  const lacks = read('lacks', isLacks, `reasons for some of ${questionIds.join(', ')}`, {})
  const { writeBody = defaultEndpoints.writeBody } = given

  if (!name || !framework || !recipe || !packages || !paths || !writeMethod || !statuses || !lacks || issues.length > 0)
    return { ok: false, issues }
  const endpoints = {
    paths: { ...defaultEndpoints.paths, ...paths },
    writeMethod,
    writeBody,
    statuses: { ...defaultEndpoints.statuses, ...statuses },
  }
  return { ok: true, manifest: { name, framework, recipe, packages, endpoints, lacks } }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isRecipe(value: unknown): value is string {
  return isText(value) && RECIPE.test(value)
}

function isPackageList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isText(item) && item.startsWith('@corsac/'))
}

function isPaths(value: unknown): value is Readonly<Partial<Record<EndpointName, string>>> {
  return (
    isJsonObject(value) &&
    Object.entries(value).every(
      ([name, path]) => endpointNames.some((each) => each === name) && isText(path) && path.startsWith('/'),
    )
  )
}

function isStatuses(value: unknown): value is Readonly<Partial<Endpoints['statuses']>> {
  return (
    isJsonObject(value) &&
    Object.entries(value).every(([name, status]) => ['fail', 'missing'].includes(name) && Number.isInteger(status))
  )
}

function isLacks(value: unknown): value is Readonly<Partial<Record<QuestionId, string>>> {
  return isJsonObject(value) && Object.entries(value).every(([id, reason]) => isQuestionId(id) && isText(reason))
}
