export type {
  AcrossExpectation,
  CaseKind,
  CasePageRequest,
  CaseStep,
  ConformanceCase,
  ConformanceSuite,
  ForbiddenValues,
  PageExpectation,
  PageStep,
  RawStep,
  ResponseExpectation,
} from './conformance-case.ts'
export { createReport } from './conformance-report.ts'
export { conformanceCases, conformanceSuites } from './conformance-suites.ts'
export {
  type ExamBehaviour,
  type ExamEndpoint,
  examEndpoints,
  examHandledPath,
  examMissingPath,
} from './exam-endpoints.ts'
export { type CasePolicy, completeAssignment, type ExamAssignment, type ExamPolicy } from './exam-policy.ts'
export { examine, type ExamineOptions } from './examine.ts'
export { examineCase } from './examine-case.ts'
export { formatExchange } from './format-exchange.ts'
export { formatReport } from './format-report.ts'
export { formatMiss, formatResult } from './format-result.ts'
export { listen } from './listen.ts'
export type { CaseResult, ConformanceReport, Miss, Verdict } from './report.ts'
export { specAnchors } from './spec-anchors.ts'
export { SubjectError } from './subject-error.ts'
export { createSubjectServers, type SubjectServers, type SubjectServersOptions } from './subject-servers.ts'
export type { Capability, ConformanceSubject, RunningSubject } from './subject.ts'
export { type TestEnding, testEnding } from './test-ending.ts'
