import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'

/** The text of every file, by its path. */
export type Files = Readonly<Record<string, string>>

/** New names of objects by their deployed ones. */
export type NewNames = Readonly<Record<string, string>>

/** Where an object's name stands in a file. A field of the same name, such as the details' `Handoff__c`, stays. */
function inSource(name: string): readonly RegExp[] {
  return [
    new RegExp(`(?<=<(?:referenceTo|object|tab)>)${name}(?=</)`, 'g'),
    new RegExp(`(?<=>)${name}(?=\\.)`, 'g'),
    new RegExp(`(?<=CustomEntity\\$)${name}(?=</)`, 'g'),
  ]
}

/** Where an object's name stands in a path: its folder, its own file, its tab, its layout. */
function inPath(name: string): RegExp {
  return new RegExp(`(?<=(?:^|/)(?:objects/|tabs/|layouts/|${name}/))${name}(?=[/.-])`, 'g')
}

/** Returns the package with objects renamed wherever they are referred to. Fields keep their names. */
export function renameObjects(files: Files, newNames: NewNames): Files {
  const renamed = Object.entries(files).map(([path, source]): [string, string] => {
    let [newPath, newSource] = [path, source]
    for (const [name, next] of Object.entries(newNames)) {
      newPath = newPath.replace(inPath(name), () => next)
      for (const place of inSource(name)) newSource = newSource.replace(place, () => next)
    }
    return [newPath, newSource]
  })
  return Object.fromEntries(renamed)
}

/** A path as it is written in metadata, whatever the computer. */
const portable = (path: string) => path.replaceAll('\\', '/')

function readFiles(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  return Object.fromEntries(
    paths.map((path) => [portable(relative(folder, path)), readFileSync(path, 'utf8')]),
  )
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), source)
  }
}

const PAIR = /^(\w+__c)=([A-Za-z](?:_?[A-Za-z0-9])*__c)$/
const LONGEST = 43

/** The new names that pairs such as `Handoff__c=Segue_Handoff__c` give to the package's objects; throws a sentence. */
export function readNames(pairs: readonly string[], files: Files): NewNames {
  const paths = Object.keys(files)
  const ours = new Set(paths.flatMap((path) => /objects\/(\w+__c)\//.exec(path)?.[1] ?? []))
  const names = pairs.map((pair) => {
    const [, from = '', to = ''] = PAIR.exec(pair) ?? []
    if (from === '' || to.length > LONGEST)
      throw new Error(`Say it as Handoff__c=Segue_Handoff__c, not "${pair}".`)
    if (!ours.has(from))
      throw new Error(`The package has no ${from}. It has ${[...ours].toSorted().join(', ')}.`)
    return [from, to] as const
  })
  const newNames = Object.fromEntries(names)
  const after = [...ours].map((name) => (newNames[name] ?? name).toLowerCase())
  const twice = after.find((name, at) => after.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`Two objects would be called ${twice}.`)
  return newNames
}

/** `npx node salesforce/rename.ts --out DIR Handoff__c=Segue_Handoff__c …` writes a copy with other names. */
function main(): void {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' } },
    allowPositionals: true,
  })
  if (values.out === undefined || positionals.length === 0)
    throw new Error('Say it as: node salesforce/rename.ts --out DIR Handoff__c=Segue_Handoff__c …')
  const files = readFiles(import.meta.dirname)
  const newNames = readNames(positionals, files)
  // What an earlier copy called otherwise would be deployed along.
  if (existsSync(values.out) && readdirSync(values.out).length > 0)
    throw new Error(`${values.out} is not empty. Name a new folder.`)
  writeFiles(values.out, renameObjects(files, newNames))
}

function mainInWords(): void {
  try {
    main()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

if (import.meta.main) mainInWords()
