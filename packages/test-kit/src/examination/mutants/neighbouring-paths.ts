import type { ExamAssignment } from '../../exam/exam-policy.ts'
import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'
import type { ReferenceRequest, RuleSet } from '../rule-set.ts'

const { allowMethods, allowOrigin, exposeHeaders, isOriginAllowed, maxAge, policyFor, vary } = referenceRules

/** Servers that take one path for another, or let a path have something of its neighbour. */
export const neighbouringPathMutants: readonly Mutant[] = [
  {
    id: 'paths-by-prefix',
    fault: 'It takes the path of a policy for the beginning of paths.',
    change: finding((path, request) => request.path.startsWith(path)),
  },
  {
    id: 'paths-with-all-below',
    fault: 'It takes the path of a policy for a folder.',
    change: finding((path, request) => request.path.startsWith(`${path}/`)),
  },
  {
    id: 'paths-decoded',
    fault: 'It decodes a path before it looks for its policy, and does not resolve what it decoded.',
    change: finding((path, request) => decodeURIComponent(request.path).startsWith(`${path}/`)),
  },
  {
    id: 'paths-in-any-case',
    fault: 'It looks for the policy of a path in any letters.',
    change: finding((path, request) => request.path.toLowerCase() === path),
  },
  {
    id: 'paths-anywhere',
    fault: 'It looks for the path of a policy anywhere in the URL.',
    change: finding((path, request) => request.url.includes(path)),
  },
  {
    id: 'paths-lend-preflights',
    fault: 'It lets a path be asked for after a successful preflight of another.',
    change: () => {
      let lent = false
      return {
        isOriginAllowed(policy, origin, request) {
          const isAllowed = isOriginAllowed(policy, origin, request)
          const isLent = lent && origin !== null && request.path === '/locked'
          lent ||= isAllowed && request.method === 'OPTIONS'
          return isAllowed || isLent
        },
        allowOrigin: (situation) =>
          situation.policy === false && situation.originAllowed ? '*' : allowOrigin(situation),
        allowMethods: (situation) =>
          situation.policy === false && situation.preflight ? 'PUT' : allowMethods(situation),
        preflightStatus: () => 204,
      }
    },
  },
  {
    id: 'paths-lend-methods',
    fault: 'It lists the methods of all paths together.',
    change: {
      allowMethods: (situation) =>
        situation.perPath && situation.preflight ? 'PUT, PATCH, DELETE' : allowMethods(situation),
    },
  },
  {
    id: 'locked-paths-shared-on-change',
    fault: 'It locks a path for GET alone.',
    change: {
      allowOrigin: (situation) =>
        situation.policy === false && situation.request.method !== 'GET' ? '*' : allowOrigin(situation),
    },
  },
  {
    id: 'locked-paths-open-to-null',
    fault: 'It locks a path for web sites alone.',
    change: {
      allowOrigin: (situation) =>
        situation.policy === false && situation.request.origin === 'null' ? 'null' : allowOrigin(situation),
      allowMethods: (situation) =>
        situation.policy === false && situation.preflight ? 'DELETE' : allowMethods(situation),
      preflightStatus: () => 204,
    },
  },
  {
    id: 'locked-paths-tell-origins',
    fault: 'It names the server itself as the one origin that a locked path is for.',
    change: {
      allowOrigin: (situation) => (situation.policy === false ? 'https://own.example' : allowOrigin(situation)),
    },
  },
  {
    id: 'paths-never-have-credentials',
    fault: 'It never allows credentials to a path with a policy of its own.',
    change: overriding(() => ({ allowCredentials: false })),
  },
  {
    id: 'paths-inherit-exposed-headers',
    fault: 'It exposes the same headers on all paths.',
    change: {
      exposeHeaders: (situation) =>
        situation.perPath && exposeHeaders(situation) !== null ? 'X-Exam' : exposeHeaders(situation),
    },
  },
  {
    id: 'paths-inherit-max-age',
    fault: 'It lets the preflights of all paths be kept for the same time.',
    change: { maxAge: (situation) => (situation.perPath && maxAge(situation) !== null ? '600' : maxAge(situation)) },
  },
  {
    id: 'paths-that-throw-fall-back',
    fault: 'It answers an error by the policy for all paths.',
    change: fallingBack(({ path }) => path === '/error' || path === '/stream'),
  },
  {
    id: 'paths-that-redirect-open-all',
    fault: 'It shares what a redirect leads to by the policy of the redirect.',
    change: {
      policyFor: (assignment, request) => assignment.routes['/redirect'] ?? policyFor(assignment, request),
    },
  },
  {
    id: 'paths-know-no-patterns',
    fault: 'It lets the entries of the one policy count on paths with patterns.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) || (request.path === '/wide' && origin === 'https://a.example'),
    },
  },
  {
    id: 'wide-paths-echo',
    fault: "It answers '*' of a path with an echo, and varies on nothing.",
    change: {
      allowOrigin: (situation) =>
        situation.perPath && allowOrigin(situation) === '*' ? situation.request.origin : allowOrigin(situation),
      vary: (situation) => (situation.perPath ? [] : vary(situation)),
    },
  },
]

/** Looks for the policy of a path in another way than by the path itself, where that finds none. */
function finding(isFor: (path: string, request: ReferenceRequest) => boolean): Pick<RuleSet, 'policyFor'> {
  return {
    policyFor(assignment, request) {
      const found = Object.entries(assignment.routes).find(([path]) => isFor(path, request))
      return assignment.routes[request.path] ?? found?.[1] ?? assignment
    },
  }
}

function fallingBack(isOverlooked: (request: ReferenceRequest) => boolean): Pick<RuleSet, 'policyFor'> {
  return {
    policyFor: (assignment, request) => (isOverlooked(request) ? assignment : policyFor(assignment, request)),
  }
}

/** Changes the policies of paths, or of one path. */
function overriding(
  change: (assignment: ExamAssignment) => Partial<ExamAssignment>,
  only?: string,
): Pick<RuleSet, 'policyFor'> {
  return {
    policyFor(assignment, request) {
      const policy = policyFor(assignment, request)
      const isChanged = request.path in assignment.routes && (only === undefined || request.path === only)
      return policy === false || !isChanged ? policy : { ...policy, ...change(assignment) }
    },
  }
}
