/** What the generator asks, in the order in which `--args` gives the answers. */
export interface BindingAnswers {
  /** The framework, as npm knows it: `polka`, `@hapi/hapi`. */
  readonly framework: string
  /** Its name in prose: `Polka`. */
  readonly displayName: string
  /** Whether its middleware gets the request and the response of Node, or works on web-standard ones. */
  readonly kind: 'node' | 'web'
  /** What follows `@corsac/`, and the folder: `polka`. */
  readonly name: string
  /** The range of versions to support, which begins with the oldest of them: `^2.13.0 || ^3.0.0`. */
  readonly peers: string
  /** The newest version in that range. */
  readonly latest: string
  /** The version of `@types/…` that has its types, or `none` where it brings its own. */
  readonly types: string
  /** What applications are made with: `polka` for a default export, `{ Hono }` for a named one. */
  readonly factory: string
  /** The expression that makes one: `polka()`, `new Hono()`. */
  readonly application: string
  /** The method of `app` that mounts middleware ahead of everything: `use`. */
  readonly mount: string
  /** What of `app` takes requests: a listener of Node (`app`), or a function from Request to Response (`app.fetch`). */
  readonly listener: string
  /** The type of its middleware, whose first argument is what pickers and hooks get: `Middleware`. */
  readonly middleware: string
  /** Where middleware has the request, from its first argument `request` (Node) or `context` (web): `context.request`. */
  readonly request: string
}

/** Takes the answers out of what the generator has collected. */
export function readAnswers(collected: Readonly<Record<string, unknown>>): BindingAnswers {
  function read(key: keyof BindingAnswers): string {
    const answer = collected[key]
    if (typeof answer !== 'string') throw new TypeError(`The generator has no answer to "${key}".`)
    return answer
  }
  return {
    framework: read('framework'),
    displayName: read('displayName'),
    kind: read('kind') === 'web' ? 'web' : 'node',
    name: read('name'),
    peers: read('peers'),
    latest: read('latest'),
    types: read('types'),
    factory: read('factory'),
    application: read('application'),
    mount: read('mount'),
    listener: read('listener'),
    middleware: read('middleware'),
    request: read('request'),
  }
}
