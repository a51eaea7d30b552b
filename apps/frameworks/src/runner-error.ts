/** Says that the runner could not do its own part, such as installing an app: nothing is known of the app then. */
export class RunnerError extends Error {
  override readonly name = 'RunnerError'
}
