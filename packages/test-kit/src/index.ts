export type {
  AcrossExpectation,
  CaseKind,
  CasePageRequest,
  CaseStep,
  ConformanceCase,
  ConformanceSuite,
  ForbiddenValues,
  ListExpectation,
  PageExpectation,
  PageStep,
  PreflightExpectation,
  PreflightStep,
  RawStep,
  ResponseExpectation,
} from './conformance-case.ts'
export { type CommandSubjectOptions, createCommandSubject } from './command-subject.ts'
export { createReport } from './conformance-report.ts'
export { conformanceCases, conformanceSuites } from './conformance-suites.ts'
export { deriveCases, deriveSuites } from './derive-cases.ts'
export {
  type ExamBehaviour,
  type ExamEndpoint,
  examEndpoints,
  examHandledPath,
  examMissingPath,
} from './exam-endpoints.ts'
export { type CasePolicy, completeAssignment, type ExamAssignment, type ExamPolicy } from './exam-policy.ts'
export { examine, type ExamineOptions, type ExaminationProgress } from './examine.ts'
export { examineCase } from './examine-case.ts'
export { type ExitCode, exitCode, type ExitCodeOptions } from './exit-code.ts'
export { formatCases } from './format-cases.ts'
export { formatExchange } from './format-exchange.ts'
export { formatResult } from './format-result.ts'
export { listen } from './listen.ts'
export { loadSubject, SubjectFileError } from './load-subject.ts'
export { isNotApplicableError, NotApplicableError } from './not-applicable-error.ts'
export { parseCasePolicy } from './parse-policy.ts'
export type { CaseResult, ConformanceReport, Miss, Verdict } from './report.ts'
export { formatMiss } from './result-lines.ts'
export type { Parsed } from './schema-parser.ts'
export { type CaseSelection, selectCases, type SelectedCases } from './select-cases.ts'
export { specAnchors } from './spec-anchors.ts'
export { SubjectError } from './subject-error.ts'
export { createSubjectServers, type SubjectServers, type SubjectServersOptions } from './subject-servers.ts'
export { parseSubjectManifest, type SubjectManifest } from './subject-manifest.ts'
export type { Capability, ConformanceSubject, RunningSubject } from './subject.ts'
export { type TestEnding, testEnding } from './test-ending.ts'
export { createUrlSubject, type UrlSubjectOptions } from './url-subject.ts'
