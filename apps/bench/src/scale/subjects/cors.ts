import cors from 'cors'
import { versionOf } from '../../frameworks/version-of.ts'
import { nodeSubject } from './node-subject.ts'

/** The usual package of Express, on `node:http`. */
export const corsSubject = nodeSubject(`${versionOf('cors')} on node`, (origin) => cors({ origin }))
