import { cors } from '@corsac/node'
import { nodeSubject } from './node-subject.ts'

/** Corsac on `node:http`. */
export const corsacSubject = nodeSubject('Corsac on node', (allowOrigins) => cors({ allowOrigins }))
