// Packs every package as npm would publish it, and says how to install them.
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { packInto } from './packages.mjs'

const destination = resolve('artefacts/packages')
rmSync(destination, { recursive: true, force: true })
mkdirSync(destination, { recursive: true })
const tarballs = packInto(destination)
console.log(`Packed ${tarballs.size} packages. To install all of them in a project of yours:\n`)
console.log(`npm install ${[...tarballs.values()].join(' ')}`)
