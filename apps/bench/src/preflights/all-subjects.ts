import { elysiaSubjects } from './elysia-subjects.ts'
import { expressSubjects } from './express-subjects.ts'
import { fastifySubjects } from './fastify-subjects.ts'
import { h3Subjects } from './h3-subjects.ts'
import { hapiSubjects } from './hapi-subjects.ts'
import { honoSubjects } from './hono-subjects.ts'
import { koaSubjects } from './koa-subjects.ts'
import { nodeSubjects } from './node-subjects.ts'
import type { PreflightSubject } from './preflight-subject.ts'

/** Whose preflights are counted, in the order of the tables. */
export const subjects: readonly PreflightSubject[] = [
  ...nodeSubjects,
  ...expressSubjects,
  ...fastifySubjects,
  ...koaSubjects,
  ...honoSubjects,
  ...h3Subjects,
  ...elysiaSubjects,
  ...hapiSubjects,
]
