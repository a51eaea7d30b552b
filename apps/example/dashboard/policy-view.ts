import type { ExampleDescription } from '../src/example-description.ts'
import { element } from './element.ts'

const KEYS = ['allowOrigins', 'allowCredentials', 'allowMethods', 'allowHeaders', 'exposeHeaders', 'maxAge'] as const

/** Shows the policy as the code that defines it. */
export function policyView(policy: ExampleDescription['policy']): HTMLElement {
  const lines = KEYS.map((key) => `  ${key}: ${JSON.stringify(policy[key])},`)
  return element(
    'figure',
    { class: 'policy' },
    element('figcaption', {}, 'The one policy that every server enforces'),
    element('pre', {}, ['definePolicy({', ...lines, '})'].join('\n')),
  )
}
