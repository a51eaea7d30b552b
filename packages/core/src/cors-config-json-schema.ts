import {
  methodPattern,
  originPattern,
  requestHeaderPattern,
  responseHeaderPattern,
  secureOriginPattern,
} from './config-patterns.ts'
import { MAX_LIST_LENGTH } from './config-list.ts'
import type { JsonSchema } from './json-schema.ts'
import { MAX_MAX_AGE } from './preflight-settings.ts'

/**
 * Describes a configuration that is written as JSON, for editors and forms: JSON Schema, draft 2020-12.
 *
 * What `parsePolicy` accepts, the schema does. It knows neither public suffixes nor which spelling of an IPv6 address is
 * canonical: `parsePolicy` still has the last word.
 *
 * @see https://json-schema.org/draft/2020-12
 */
export const corsConfigJsonSchema: JsonSchema = /* @__PURE__ */ createJsonSchema()

function createJsonSchema(): JsonSchema {
  return freezeDeeply<JsonSchema>({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'CORS policy',
    description: 'Every key is the response header that it governs, without Access-Control-.',
    type: 'object',
    properties: {
      allowOrigins: {
        description:
          'The origins that may read responses: "*" for every one, or a list of origins such as https://app.example, whose host may begin with "*." and whose port may be "*".',
        default: '*',
        anyOf: [
          anything(),
          {
            type: 'array',
            minItems: 1,
            maxItems: MAX_LIST_LENGTH,
            items: { type: 'string', anyOf: [anything(), { const: 'null' }, { pattern: originPattern() }] },
          },
        ],
      },
      allowCredentials: switchOf('Whether responses may be read by pages that sent cookies or other credentials.'),
      allowMethods: listOf('The methods that pages may use beside GET, HEAD and POST, or "*".', methodPattern()),
      allowHeaders: listOf(
        'The request headers that pages may set, or "*", which does not cover Authorization unless it is listed too.',
        requestHeaderPattern(),
      ),
      exposeHeaders: listOf(
        'The response headers that pages may read beside the safelisted ones, or "*".',
        responseHeaderPattern(),
      ),
      maxAge: {
        description: 'For how many seconds browsers may cache a preflight; 0 turns caching off.',
        default: 600,
        type: 'integer',
        minimum: 0,
        maximum: MAX_MAX_AGE,
      },
      preflightStatus: { description: 'The status of a successful preflight.', default: 204, enum: [200, 204] },
      timingAllowOrigin: switchOf('Whether the same origins may read resource timings.'),
      dangerouslyAllowInsecureOrigins: switchOf(
        'Allows credentials with origins that are neither encrypted nor loopback.',
      ),
      dangerouslyAllowPublicSuffixes: switchOf('Allows credentials with every subdomain of a public suffix.'),
    },
    additionalProperties: false,
    if: { properties: { allowCredentials: { const: true } }, required: ['allowCredentials'] },
    then: {
      required: ['allowOrigins'],
      properties: {
        allowOrigins: { type: 'array', items: { type: 'string', pattern: '^(?!(?:\\*|null)$)' } },
        exposeHeaders: { type: 'array', items: { type: 'string', pattern: '^(?!\\*$)' } },
      },
      if: { properties: { dangerouslyAllowInsecureOrigins: { const: false } } },
      then: {
        properties: { allowOrigins: { type: 'array', items: { type: 'string', pattern: secureOriginPattern() } } },
      },
    },
  })
}

function anything(): JsonSchema {
  return { const: '*' }
}

function switchOf(description: string): JsonSchema {
  return { description, default: false, type: 'boolean' }
}

function listOf(description: string, pattern: string): JsonSchema {
  return {
    description,
    default: [],
    anyOf: [anything(), { type: 'array', maxItems: MAX_LIST_LENGTH, items: { type: 'string', pattern } }],
  }
}

function freezeDeeply<Value>(value: Value): Value {
  if (value instanceof Object) for (const part of Object.values(value)) freezeDeeply<unknown>(part)
  return Object.freeze(value)
}
