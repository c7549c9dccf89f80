import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { orgSeedSchema, type OrgSeed } from './seed.ts'

/** The metadata this project deploys, beside the demo org in the repository. */
const PACKAGE_FOLDER = join(import.meta.dirname, '../../salesforce')

/** Reads an org folder; whatever it does not hold gets its usual value. Throws on bad JSON. */
export function loadOrgFolder(folder: string, packageFolder: string = PACKAGE_FOLDER): OrgSeed {
  return orgSeedSchema.parse({
    org: readJson(join(folder, 'org.json')),
    describes: jsonFiles(join(folder, 'describe')).map(readJson),
    records: Object.fromEntries(
      jsonFiles(join(folder, 'records')).map((file) => [basename(file, '.json'), readJson(file)]),
    ),
    validationRules: optionalJson(join(folder, 'validation-rules.json')),
    duplicateRules: optionalJson(join(folder, 'duplicate-rules.json')),
    metadata: readMetadataFolder(packageFolder),
  })
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
  return JSON.parse(readFileSync(file, 'utf8'))
}
