import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type * as z from 'zod'
import { orgSeedSchema, type OrgSeed } from './seed.ts'
import { Unusable } from './unusable.ts'

/** The metadata this project deploys, beside the demo org in the repository. */
const PACKAGE_FOLDER = join(import.meta.dirname, '../../salesforce')

/** Reads an org folder; whatever it does not hold gets its usual value. Throws `Unusable` on what it cannot read. */
export function loadOrgFolder(folder: string, packageFolder: string = PACKAGE_FOLDER): OrgSeed {
  const describes = jsonFiles(join(folder, 'describe'))
  const read = orgSeedSchema.safeParse({
    org: readJson(join(folder, 'org.json')),
    describes: describes.map(readJson),
    records: Object.fromEntries(
      jsonFiles(join(folder, 'records')).map((file) => [basename(file, '.json'), readJson(file)]),
    ),
    validationRules: optionalJson(join(folder, 'validation-rules.json')),
    recordTypes: optionalJson(join(folder, 'record-types.json')),
    duplicateRules: optionalJson(join(folder, 'duplicate-rules.json')),
    metadata: readMetadataFolder(packageFolder),
  })
  if (read.success) return read.data
  const faults = read.error.issues.slice(0, MOST).map((issue) => said(issue, describes))
  throw new Unusable(`${folder} is no org folder. ${faults.join(' ')}`)
}

/** As many faults are told at once. */
const MOST = 5

/** The files of a folder that hold one part of its seed each. */
export const FILES: Readonly<Record<string, string>> = {
  org: 'org.json',
  validationRules: 'validation-rules.json',
  duplicateRules: 'duplicate-rules.json',
  recordTypes: 'record-types.json',
}

function said({ path, message }: z.core.$ZodIssue, describes: readonly string[]): string {
  const [part = '', ...place] = path.map(String)
  const file = FILES[part] ?? fileOf(part, place.shift() ?? '', describes)
  return `${file}${place.length > 0 ? `, ${place.join('.')}` : ''}: ${message}.`
}

function fileOf(part: string, name: string, describes: readonly string[]): string {
  const described = part === 'describes' ? describes[Number(name)] : undefined
  return described === undefined ? `${part}/${name}` : `describe/${basename(described)}`
}

/** Every XML file below a folder, by its path with forward slashes. */
function readMetadataFolder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(-meta\.xml|\.xml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  )
}

function jsonFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name))
}

function optionalJson(file: string): unknown {
  return existsSync(file) ? readJson(file) : undefined
}

function readJson(file: string): unknown {
  try {
    // Editors on Windows put a mark of the byte order before what they save.
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Unusable(`${file} cannot be read: ${why}`, { cause: error })
  }
}
