import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import { acmeSeed, acmeUsers, brightwater, gatewayTo, orgInProcess } from './org-in-process.ts'

/** Shield encrypts fields of contacts: they are read, and neither looked through nor put in order. */
function encrypting(...names: readonly string[]) {
  const file = readFileSync('demo/standard/describe/Contact.json', 'utf8')
  const contact = objectDescribeSchema.parse(JSON.parse(file))
  const hidden = { encrypted: true, filterable: false, sortable: false }
  const fields = contact.fields.map((field) =>
    names.includes(field.name) ? Object.assign({}, field, hidden) : field,
  )
  return { ...acmeSeed(), describes: [{ ...contact, fields }] }
}

async function looking(fields: readonly string[], text: string) {
  const world = orgInProcess(encrypting(...fields))
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  const { deal } = await gateway.context(world.org, brightwater)
  const found = await gateway.searchContacts(world.org, { accountId: deal.accountId, text })
  return found.map(({ name }) => name)
}

describe.each([[['Name']], [['Email', 'Title']], [['Name', 'Email', 'Title', 'LastName']]])(
  'contacts of which %j is encrypted',
  (fields) => {
    it.each(['rutger', 'R.DeHaan@', 'benelux'])('are found on the account by %s', async (text) => {
      expect(await looking(fields, text)).toEqual(['Rutger de Haan'])
    })

    it('are listed by their names', async () => {
      const names = await looking(fields, '')
      expect(names.length).toBeGreaterThan(3)
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)))
    })

    it('are none where nobody is called so', async () => {
      expect(await looking(fields, 'Nobody')).toEqual([])
    })
  },
)
