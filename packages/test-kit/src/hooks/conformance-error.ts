/** What a test fails with; the text is all that is to be seen of it. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError'

  constructor(message: string) {
    super(message)
    this.stack = `${this.name}: ${message}`
  }
}
