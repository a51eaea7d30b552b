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
} from './cases/conformance-case.ts'
export { type CommandSubjectOptions, createCommandSubject } from './subjects/command-subject.ts'
export { createReport } from './reports/conformance-report.ts'
export { conformanceCases, conformanceSuites } from './cases/conformance-suites.ts'
export { deriveCases, deriveSuites } from './derived/derive-cases.ts'
export {
  type ExamBehaviour,
  type ExamEndpoint,
  examEndpoints,
  examHandledPath,
  examMissingPath,
} from './exam/exam-endpoints.ts'
export { type CasePolicy, completeAssignment, type ExamAssignment, type ExamPolicy } from './exam/exam-policy.ts'
export { examine, type ExamineOptions, type ExaminationProgress } from './running/examine.ts'
export { examineCase } from './running/examine-case.ts'
export { type ExitCode, exitCode, type ExitCodeOptions } from './reports/exit-code.ts'
export { formatCases } from './cases/format-cases.ts'
export { formatExchange } from './reports/format-exchange.ts'
export { formatResult } from './reports/format-result.ts'
export { listen } from './subjects/listen.ts'
export { loadSubject, SubjectFileError } from './subjects/load-subject.ts'
export { isNotApplicableError, NotApplicableError } from './subjects/not-applicable-error.ts'
export { parseCasePolicy } from './exam/parse-policy.ts'
export type { CaseResult, ConformanceReport, Miss, Verdict } from './reports/report.ts'
export { formatMiss } from './reports/result-lines.ts'
export type { Parsed } from './exam/schema-parser.ts'
export { type CaseSelection, selectCases, type SelectedCases } from './cases/select-cases.ts'
export { specAnchors } from './cases/spec-anchors.ts'
export { SubjectError } from './subjects/subject-error.ts'
export { createSubjectServers, type SubjectServers, type SubjectServersOptions } from './subjects/subject-servers.ts'
export { parseSubjectManifest, type SubjectManifest } from './subjects/subject-manifest.ts'
export type { Capability, ConformanceSubject, RunningSubject } from './subjects/subject.ts'
export { type TestEnding, testEnding } from './hooks/test-ending.ts'
export { createUrlSubject, type UrlSubjectOptions } from './subjects/url-subject.ts'
