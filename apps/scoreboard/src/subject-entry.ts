/** Where the software of a subject comes from, and by which name. */
export interface SubjectPackage {
  /**
   * `npm`: installed beside the subject, with its own lock file. `debian`: what the distribution has frozen.
   * `workspace`: a package of this repository. `runtime`: nothing but the Node that runs all of this.
   */
  readonly registry: 'npm' | 'debian' | 'workspace' | 'runtime'
  readonly name: string
}

/** One column of the scoreboard. */
export interface SubjectEntry {
  /** What `--only` calls it: the name of its folder in `subjects`, or of its package, as `corsac-` and the folder. */
  readonly id: string
  /** Whose it is: a third party's, ours, or written here to show that the exam can be passed. */
  readonly party: 'third' | 'corsac' | 'reference'
  readonly package: SubjectPackage
  /** What it runs on, by which those who have the choice find it. */
  readonly platform: string
  /** The page that says how to configure it, which the subject follows; of ours, the file in this repository. */
  readonly documentation: string
  /** The public advisories about it; what their cases show of it is no secret. */
  readonly advisories: readonly string[]
  /** The commands that it needs on the machine. */
  readonly executables?: readonly string[]
  /** A command that makes it ready, run in its folder after what it depends on has been installed. */
  readonly prepare?: string
}
