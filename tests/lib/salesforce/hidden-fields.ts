import { readFileSync } from 'node:fs'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'

function describeOf({ describes = [] }: OrgSeedInput, object: string) {
  const json: unknown = JSON.parse(readFileSync(`demo/standard/describe/${object}.json`, 'utf8'))
  return describes.find(({ name }) => name === object) ?? objectDescribeSchema.parse(json)
}

/** The org as a user sees it who may read a field and not change it. */
export function readOnly(seed: OrgSeedInput, object: string, field: string): OrgSeedInput {
  const { describes = [] } = seed
  const whole = describeOf(seed, object)
  const fields = whole.fields?.map((one) =>
    one.name === field ? { ...one, updateable: false } : one,
  )
  const seen = { ...whole, ...(fields && { fields }) }
  return { ...seed, describes: [...describes.filter(({ name }) => name !== object), seen] }
}

/** The org as a user sees it from whom a field is hidden. */
export function hiding(seed: OrgSeedInput, object: string, field: string): OrgSeedInput {
  const { describes = [], records = {} } = seed
  const whole = describeOf(seed, object)
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

/** The org in which only who is granted it may use an object; everybody who hands over may see its records, if at all. */
export function guarding(seed: OrgSeedInput, object: string, grants: 'read' | 'nothing') {
  const right = `<objectPermissions><allowRead>true</allowRead><object>${object}</object></objectPermissions>`
  const granted = (file: string) => file.replace('</PermissionSet>', `${right}</PermissionSet>`)
  const metadata = Object.entries(seed.metadata ?? {}).map(
    ([path, file]) => [path, grants === 'read' ? granted(file) : file] as const,
  )
  return { ...seed, metadata: Object.fromEntries(metadata) }
}
