import type { PlopTypes } from '@turbo/gen'
import { readAnswers } from './binding-answers.ts'
import { type BindingFacts, factsOf } from './binding-facts.ts'
import { declareForExample } from './example-manifest.ts'
import { act, copyFile, formatFiles, insertInto, refuseTaken } from './repository-files.ts'

/** What `turbo gen binding` does with the answers: it tells the repository of the package, and writes it. */
export function bindingActions(collected: PlopTypes.Answers = {}): PlopTypes.ActionType[] {
  const facts = factsOf(readAnswers(collected))
  const folder = `packages/${facts.name}`
  const changeset = `.changeset/add-${facts.name}.md`
  return [
    act((root) => refuseTaken(root, [folder, changeset])),
    ...tableEntries(facts),
    act((root) => declareForExample(root, facts)),
    ...['common', facts.kind].map((templates) => addFolder(templates, folder, facts)),
    ...(facts.hasFloor ? [addFile('floor.d.ts.hbs', `${folder}/src/${facts.name}-floor.d.ts`, facts)] : []),
    addFile('changeset.md.hbs', changeset, facts),
    act((root) => copyFile(root, 'LICENSE', `${folder}/LICENSE`)),
    act((root) => formatFiles(root, [folder, 'eslint.config.js', 'scripts/check-packages.mjs'])),
    act(() => `Left to write: ${folder}/src/cors.ts, which says how`),
  ]
}

/** The entries in the tables of the repository, each before the first that is no binding's. */
function tableEntries({
  displayName,
  framework,
  imports,
  latest,
  name,
  types,
  typesPackage,
}: BindingFacts): PlopTypes.ActionType[] {
  const surroundings = [`${framework}@${latest}`, ...(typesPackage === '' ? [] : [`${typesPackage}@${types}`])]
  const entries: readonly (readonly [path: string, place: RegExp, text: string])[] = [
    ['eslint.config.js', /^(?= {2}'user-agent': \[\])/m, `  '${name}': ${imports},\n`],
    ['eslint.config.js', /,?(?=\s*\]\.map\(\(binding\))/, `, '${name}'`],
    ['eslint.config.js', /(?=\|user-agent\|test-kit\|)/, `|${name}`],
    [
      'README.md',
      /^(?=\| \[`@corsac\/user-agent`\])/m,
      `| [\`@corsac/${name}\`](packages/${name}) | for ${displayName} |\n`,
    ],
    [
      'scripts/check-packages.mjs',
      /(?<=^const surroundings = \[\n(?: .*\n)*)(?=\])/m,
      `  ...[${surroundings.map((each) => `'${each}'`).join(', ')}],\n`,
    ],
  ]
  return entries.map(([path, place, text]) => act((root) => insertInto(root, path, place, text)))
}

function addFolder(templates: string, destination: string, data: BindingFacts): PlopTypes.ActionType {
  return {
    type: 'addMany',
    base: `templates/${templates}`,
    templateFiles: `templates/${templates}/**`,
    destination,
    data,
    globOptions: {},
  }
}

function addFile(template: string, path: string, data: BindingFacts): PlopTypes.ActionType {
  return { type: 'add', templateFile: `templates/${template}`, path, data }
}
