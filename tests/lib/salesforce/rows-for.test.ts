import { describe, expect, it } from 'vitest'
import { allRows } from '#lib/salesforce/all-rows.ts'
import type { Connection } from '#lib/salesforce/connection.ts'
import { rowsFor } from '#lib/salesforce/rows-for.ts'

/** A connection on which every call gets this answer. */
function answering(answer: unknown): Connection {
  return {
    call: async () => answer,
    upload: async () => answer,
    text: async () => '',
    usage: () => null,
  }
}

const query = 'SELECT Id FROM User'

describe('the answer to a query', () => {
  it('may have no rows', async () => {
    const connection = answering({ totalSize: 0, done: true, records: [] })
    expect(await rowsFor({ connection }, query)).toEqual([])
    expect(await allRows(connection, `/query?q=${query}`)).toEqual([])
  })

  it.each([{}, [], null, { error: 'blocked' }, { records: 'none' }])(
    'that is %j is none: nobody says that nothing was found',
    async (answer) => {
      const connection = answering(answer)
      const away = { kind: 'unreachable' }
      await expect(rowsFor({ connection }, query)).rejects.toMatchObject(away)
      await expect(allRows(connection, `/query?q=${query}`)).rejects.toMatchObject(away)
    },
  )
})
