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
