import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listAppIds, readApp } from './framework-app.ts'
import { closureOf } from './pack-packages.ts'

function readText(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8')
}

describe.each(listAppIds())('the app %s', (id) => {
  it('can be started', () => {
    expect(JSON.parse(readText(readApp(id).folder, 'package.json')).scripts.start).toBeTypeOf('string')
  })

  it('depends on exact versions, and on none of our packages: those are installed from here', () => {
    const { folder, packages } = readApp(id)
    const { dependencies, devDependencies } = JSON.parse(readText(folder, 'package.json'))
    const versions = Object.entries<string>({ ...dependencies, ...devDependencies })
    expect(versions.filter(([name, version]) => !/^\d/.test(version) || name.startsWith('@corsac/'))).toEqual([])
    expect([...closureOf(packages)]).toContain('@corsac/core')
  })

  it('has a lock file that is of its manifest, and that any machine can install from', () => {
    const { folder } = readApp(id)
    const { dependencies, devDependencies } = JSON.parse(readText(folder, 'package.json'))
    const { packages } = JSON.parse(readText(folder, 'package-lock.json'))
    const locked = packages['']
    expect({ dependencies: locked.dependencies, devDependencies: locked.devDependencies }).toEqual({
      dependencies,
      devDependencies,
    })
    const addresses = Object.values<{ readonly resolved?: string }>(packages).flatMap(({ resolved = [] }) => resolved)
    expect(addresses).toEqual([])
  })

  it('has nothing in its folder that was installed', () => {
    expect(existsSync(join(readApp(id).folder, 'node_modules'))).toBe(false)
  })

  it('is in the table of the README, with its version', () => {
    const { framework, name, version } = readApp(id)
    expect(readText(import.meta.dirname, '../README.md')).toContain(`| \`${id}\` | ${name} | ${framework} ${version} |`)
  })
})
