/** Names a framework with its version, and how it is used where the bench uses it in several ways. */
export function frameworkTitle(name: string, installed: string): string {
  return installed.startsWith(`${name} `) ? installed : `${name}, ${installed}`
}

/** Writes a name as it can stand in an address. */
export function addressOf(name: string): string {
  return name.replaceAll(/\W+/g, '-')
}
