import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
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

function readNames(pairs: readonly string[]): NewNames {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, from, to] = /^(\w+__c)=(\w+__c)$/.exec(pair) ?? []
      if (from === undefined || to === undefined)
        throw new Error(`Say it as Handoff__c=Segue_Handoff__c, not "${pair}".`)
      return [from, to]
    }),
  )
}

/** `npx node salesforce/rename.ts --out DIR Handoff__c=Segue_Handoff__c …` writes a copy with other names. */
function main(): void {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' } },
    allowPositionals: true,
  })
  if (values.out === undefined || positionals.length === 0)
    throw new Error('node salesforce/rename.ts --out DIR Handoff__c=Segue_Handoff__c …')
  writeFiles(values.out, renameObjects(readFiles(import.meta.dirname), readNames(positionals)))
}

if (import.meta.main) main()
