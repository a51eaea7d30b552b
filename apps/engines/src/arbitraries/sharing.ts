import type { CredentialsMode, HeaderPairs } from '@corsac/user-agent'
import fc from 'fast-check'
import { type FieldValues, type Manner, oneOfFields, toFields } from './field-values.ts'

const ODD_ORIGINS = oneOfFields(
  [],
  ['*'],
  ['null'],
  ['{origin}'],
  ['{ORIGIN}'],
  ['{origin}/'],
  ['{origin}', '{origin}'],
  ['*', '*'],
  ['{origin}, {api}'],
  ['{origin} {api}'],
  ['*, {origin}'],
  [' {origin}\t'],
  ['{origin}\u000b'],
  ['{origin},'],
  ['{api}'],
  ['{app}'],
  [''],
  ['', '{origin}'],
  ['http://*'],
  ['"{origin}"'],
  ['Null'],
)

const ODD_CREDENTIALS = oneOfFields(
  [],
  ['true'],
  ['True'],
  ['TRUE'],
  ['false'],
  [' true '],
  ['true', 'true'],
  ['true,'],
  ['1'],
  [''],
)

/** What the answers to a request depend on. */
export interface SharingRequest {
  readonly credentials: CredentialsMode
  /** Whether redirects have made the origin of the request `null` by then. */
  readonly isTainted: boolean
}

/** Makes the headers with which a server shares a response, or fails to. */
export function sharingHeaders({ credentials, isTainted }: SharingRequest, manner: Manner): fc.Arbitrary<HeaderPairs> {
  const own = isTainted ? 'null' : '{origin}'
  const rightOrigin = credentials === 'include' ? oneOfFields([own]) : oneOfFields([own], ['*'])
  const rightCredentials = fc.constant<FieldValues>(credentials === 'include' ? ['true'] : [])
  return fc
    .record({
      origin: manner === 'right' ? rightOrigin : fc.oneof(rightOrigin, rightOrigin, ODD_ORIGINS),
      credentials: manner === 'right' ? rightCredentials : fc.oneof(rightCredentials, ODD_CREDENTIALS),
    })
    .map(({ origin, credentials: allowed }) => [
      ...toFields('Access-Control-Allow-Origin', origin),
      ...toFields('Access-Control-Allow-Credentials', allowed),
    ])
}
