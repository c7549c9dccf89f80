import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

import { openFolder } from '#demo/launch/start-orgs.ts'
import { isId } from '#demo/org/ids.ts'

const rowsSchema = z.array(z.looseObject({ Id: z.string() }))
const folders = readdirSync('demo/orgs').filter((name) => !name.includes('.'))

function rowsOf(folder: string): readonly { object: string; row: Record<string, unknown> }[] {
  const records = join('demo/orgs', folder, 'records')
  return readdirSync(records).flatMap((file) =>
    rowsSchema
      .parse(JSON.parse(readFileSync(join(records, file), 'utf8')))
      .map((row) => ({ object: file.replace('.json', ''), row })),
  )
}

const looksLikeId = /^[0-9A-Za-z]{18}$/

describe.each(folders)('the org %s', (folder) => {
  const rows = rowsOf(folder)
  const org = openFolder(`demo/orgs/${folder}`)

  it('has ids with the right check characters, each once', () => {
    const ids = rows.map(({ row }) => row['Id'])
    expect(ids.filter((id) => !isId(id))).toEqual([])
    // A note and its document are one thing with one id.
    const once = rows.filter(({ object }) => object !== 'ContentDocument')
    expect(new Set(once.map(({ row }) => row['Id'])).size).toBe(once.length)
  })

  it('refers only to records and users that exist', () => {
    const known = new Set([
      ...rows.map(({ row }) => row['Id']),
      ...org.state.file.users.map(({ id }) => id),
    ])
    const dangling = rows.flatMap(({ object, row }) =>
      Object.entries(row)
        .filter(([field]) => field.endsWith('Id'))
        .filter(([, value]) => typeof value === 'string' && looksLikeId.test(value))
        .filter(([, value]) => !known.has(value))
        .map(([field]) => `${object}.${field}`),
    )
    expect(dangling).toEqual([])
  })

  it('has only records of objects, and fields, that the org knows', () => {
    const unknown = rows.flatMap(({ object, row }) => {
      const known = org.state.schema.object(object)
      const fields = new Set(known?.fields.map(({ name }) => name))
      return Object.keys(row)
        .filter((field) => field !== 'attributes' && !fields.has(field))
        .map((field) => `${object}.${field}`)
    })
    expect([...new Set(unknown)]).toEqual([])
  })
})

describe('acme', () => {
  const org = openFolder('demo/orgs/acme')
  const admin = org.state.file.users.find(({ name }) => name === 'Remy Haddad')?.id ?? ''
  const count = (soql: string) => org.as(admin).query(soql).length

  it('has deals in many stages, of several owners, won a few days ago, and one almost empty', () => {
    expect(count('SELECT Id FROM Opportunity')).toBeGreaterThanOrEqual(12)
    expect(count('SELECT StageName FROM Opportunity GROUP BY StageName')).toBeGreaterThanOrEqual(8)
    expect(count('SELECT OwnerId FROM Opportunity GROUP BY OwnerId')).toBeGreaterThanOrEqual(4)
    const recent = 'SELECT Id FROM Opportunity WHERE IsWon = true AND CloseDate = LAST_N_DAYS:7'
    expect(count(recent)).toBeGreaterThanOrEqual(4)
    expect(count('SELECT Id FROM Opportunity WHERE AccountId = null AND Amount = null')).toBe(1)
  })
})
