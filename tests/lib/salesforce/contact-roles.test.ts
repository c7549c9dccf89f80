import { describe, expect, it } from 'vitest'
import { acmeSeed, brightwater, callsOf } from './org-in-process.ts'
import { anaSubmitting } from './submitting.ts'

const account = '001Hs00000006O7IAI'
const about = { key: 'k', question: 'people.sponsor' }

describe('the contact roles of a submission', () => {
  const roles = (world: Awaited<ReturnType<typeof anaSubmitting>>) =>
    world.rows(`SELECT Role, Contact.Name, Contact.Title, Contact.AccountId, IsPrimary
      FROM OpportunityContactRole WHERE OpportunityId = '${brightwater}' ORDER BY CreatedDate`)

  it('are written in the same call: added, with a new contact, and changed', async () => {
    const world = await anaSubmitting()
    const before = roles(world)
    const [first] = world.rows(
      `SELECT Id FROM OpportunityContactRole WHERE OpportunityId = '${brightwater}' AND Role = 'Business User'`,
    )
    const [other] = world.rows(
      "SELECT Id FROM Contact WHERE Account.Name != 'Brightwater Logistics'",
    )
    const contact = {
      firstName: 'Zoe',
      lastName: 'van @{Dam}',
      title: 'CFO',
      email: 'zoe@brightwater.example',
      phone: '',
    }
    await world.write({
      ...world.plan,
      contactRoles: [
        {
          ...about,
          kind: 'added',
          name: 'x',
          role: 'Evaluator',
          contactId: String(other?.['Id']),
          isPrimary: false,
        },
        { ...about, kind: 'created', name: 'Zoe', role: 'Other', contact, isPrimary: true },
        {
          ...about,
          kind: 'changed',
          name: 'y',
          role: 'Influencer',
          roleId: String(first?.['Id']),
          before: '',
        },
      ],
    })
    expect(callsOf(world.world).filter((call) => call.endsWith('/composite'))).toHaveLength(1)
    const after = roles(world)
    expect(after).toHaveLength(before.length + 2)
    const { accountId } = world.plan.handoff
    expect(after).toContainEqual(
      expect.objectContaining({
        Role: 'Other',
        IsPrimary: true,
        Contact: expect.objectContaining({
          Name: 'Zoe van @\u2060{Dam}',
          Title: 'CFO',
          AccountId: accountId,
        }),
      }),
    )
    expect(after.map(({ Role }) => Role)).toContain('Influencer')
    expect(after.map(({ Role }) => Role)).not.toContain('Business User')
  })

  it('are refused with everything else, and everything else with them', async () => {
    const world = await anaSubmitting()
    const before = roles(world)
    const added = { ...about, kind: 'added' as const, name: 'x', role: 'Other', isPrimary: false }
    const contactRoles = [{ ...added, contactId: '003Hs0000000000AAA' }]
    await expect(world.write({ ...world.plan, contactRoles })).rejects.toBeDefined()
    expect(world.rows('SELECT Id FROM Handoff__c')).toEqual([])
    expect(roles(world)).toEqual(before)
  })
})

it('a new contact that Salesforce refuses is named with its words', async () => {
  const { write, plan, rows } = await anaSubmitting()
  const contact = { firstName: 'Zoe', lastName: 'Quist', title: '', email: '', phone: '' }
  const created = { ...about, kind: 'created' as const, name: 'Zoe Quist', role: '', contact }
  await expect(
    write({ ...plan, contactRoles: [{ ...created, isPrimary: false }] }),
  ).rejects.toMatchObject({
    kind: 'rejected',
    message: 'New contact Quist: Give an email address or a phone number.',
  })
  expect(rows("SELECT Id FROM Contact WHERE LastName = 'Quist'")).toEqual([])
})

it('a new contact whom the org has already is refused with the names of who that may be', async () => {
  const seed = acmeSeed()
  const [twin] = seed.records?.['Contact']?.filter(({ AccountId }) => AccountId !== account) ?? []
  const [lastName, email] = [String(twin?.['LastName']), String(twin?.['Email'])]
  const duplicateRules = [{ object: 'Contact', fields: ['LastName', 'Email'] }]
  const { write, plan, world, gateway } = await anaSubmitting({ ...seed, duplicateRules })
  const contact = { firstName: 'Z.', lastName, title: '', email, phone: '' }
  const created = { ...about, kind: 'created' as const, name: `Z. ${lastName}`, role: '', contact }
  const refused = write({ ...plan, contactRoles: [{ ...created, isPrimary: false }] })
  const name = `${String(twin?.['FirstName'])} ${lastName}`
  await expect(refused).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringMatching(
      `^New contact ${lastName}: Use one of these records\\? ${name}, .*${email}`,
    ),
    fields: ['Contact.Name'],
  })
  // Whoever is so called can be taken, though of another account.
  const found = await gateway.searchContacts(world.org, { accountId: account, text: name })
  expect(found.map(({ contactId }) => contactId)).toEqual([twin?.['Id']])
})

describe('looking for somebody at the customer', () => {
  it('finds contacts of the account by name, title or mail address', async () => {
    const { world, gateway, plan } = await anaSubmitting()
    const accountId = plan.handoff.accountId ?? ''
    const found = async (text: string) =>
      (await gateway.searchContacts(world.org, { accountId, text })).map(({ name }) => name)
    const all = await found('')
    expect(all.length).toBeGreaterThan(1)
    const [first = ''] = all
    expect(await found(first.slice(0, 4).toUpperCase())).toContain(first)
    expect(await found('brightwater-logistics.example')).toContain(first)
    expect(await found("'")).toEqual([])
    expect(callsOf(world)).toHaveLength(4)
  })
})
