import { readFileSync } from 'node:fs'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'

/** The org as a user sees it from whom a field is hidden. */
export function hiding(seed: OrgSeedInput, object: string, field: string): OrgSeedInput {
  const { describes = [], records = {} } = seed
  const json: unknown = JSON.parse(readFileSync(`demo/standard/describe/${object}.json`, 'utf8'))
  const whole = describes.find(({ name }) => name === object) ?? objectDescribeSchema.parse(json)
  const seen = { ...whole, fields: whole.fields?.filter(({ name }) => name !== field) ?? [] }
  const rows = (records[object] ?? []).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key !== field)),
  )
  return {
    ...seed,
    describes: [...describes.filter(({ name }) => name !== object), seen],
    records: { ...records, [object]: rows },
  }
}

/** The org as it is when an admin has taken a field of ours from the permission sets, or the right to fill it. */
export function notGranting(
  seed: OrgSeedInput,
  field: string,
  right: 'read' | 'edit' = 'read',
): OrgSeedInput {
  const grant = new RegExp(
    `<fieldPermissions>\\s*<editable>true</editable>\\s*<field>${field}</field>.*?</fieldPermissions>`,
    's',
  )
  const without = (file: string) =>
    file.replace(grant, (found) => (right === 'read' ? '' : found.replace('true', 'false')))
  const metadata = Object.entries(seed.metadata ?? {}).map(
    ([path, file]) => [path, path.includes('permissionset') ? without(file) : file] as const,
  )
  return { ...seed, metadata: Object.fromEntries(metadata) }
}
