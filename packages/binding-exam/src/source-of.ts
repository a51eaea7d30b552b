import { type CorsPicker, type CorsPolicy, type CorsSource, definePolicy } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import type { ExamAssignment } from '@corsac/test-kit'

/**
 * Makes of an assignment what a binding's `cors()` takes: a configuration, or, where paths have policies of their own,
 * a picker.
 *
 * @param pathOf Finds the path of a request in the binding's context.
 */
export function sourceOf<Context>(
  { routes, ...config }: ExamAssignment,
  pathOf: (context: Context) => string,
): CorsSource<Context> {
  const paths = Object.entries(routes)
  if (paths.length === 0) return config

  const fallback = definePolicy(config, { isPublicSuffix })
  const policies = new Map<string, CorsPolicy | null>(
    paths.map(([path, route]) => [path, route === false ? null : definePolicy(route, { isPublicSuffix })]),
  )
  const pick: CorsPicker<Context> = (_, context) => {
    const policy = policies.get(pathOf(context))
    return policy === undefined ? fallback : policy
  }
  return pick
}
