import { describe, expect, it } from 'vitest'
import type { Answer, Value } from '#lib/handoff/answer.ts'
import { contactRoles, withNewRole, withWritten } from '#lib/handoff/contact-roles.ts'
import { roleInWords } from '#lib/handoff/submission-words.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { deal, draft, given, question, section, template } from './builders.ts'

type Contact = Extract<Value, { type: 'contact' }>

const [dana] = deal().contactRoles
if (!dana) throw new Error('The deal has a contact role.')

const contact = (over: Partial<Contact>): Contact => ({ ...noContact, ...over })

const lee = contact({ contactId: '003LEEAAAAAAAAAAAA', name: 'Lee Park', role: 'Decision Maker' })
const zoe = contact({ name: 'Zoe van Dam', lastName: 'van Dam', title: 'CFO', role: 'Other' })

const rights = {
  addRole: true,
  changeRole: true,
  createContact: true,
  roles: ['Decision Maker', 'Other'],
}

const asked = template([
  section([
    question({ key: 'sponsor', answer: { type: 'contact' }, tier: 'account-team' }),
    question({ key: 'buyer', answer: { type: 'contact' }, tier: 'account-team' }),
    question({ key: 'secret', answer: { type: 'contact' }, tier: 'recipient' }),
    question({ key: 'people', answer: { type: 'people' }, tier: 'account-team' }),
    question({
      key: 'first',
      answer: { type: 'contact' },
      tier: 'everyone',
      prefill: [{ from: 'contact-role', primary: true }],
    }),
  ]),
])

const rolesFor = (
  answers: Readonly<Record<string, Answer>>,
  over: {
    rights?: Partial<typeof rights>
    deal?: Parameters<typeof deal>[0]
    unticked?: string[]
  } = {},
) =>
  contactRoles(
    asked,
    { ...draft(answers), unticked: over.unticked ?? [] },
    { deal: deal(over.deal), rights: { ...rights, ...over.rights } },
  )

describe('the contact roles that a draft writes', () => {
  it('are those of contacts who play no part in the deal yet', () => {
    expect(
      rolesFor({ sponsor: given(lee), buyer: given(contact({ ...dana, role: dana.role })) }),
    ).toEqual([
      {
        kind: 'added',
        key: `OpportunityContactRole.${lee.contactId}`,
        name: 'Lee Park',
        role: 'Decision Maker',
        question: 'sponsor',
        contactId: lee.contactId,
        isPrimary: false,
      },
    ])
  })

  it('make somebody new a contact, with the last name apart', () => {
    expect(rolesFor({ sponsor: given(zoe) })).toMatchObject([
      { kind: 'created', contact: { firstName: 'Zoe', lastName: 'van Dam', title: 'CFO' } },
    ])
  })

  it('name each person once, as the first answer about them says', () => {
    const other = { ...lee, role: 'Other' }
    expect(rolesFor({ sponsor: given(lee), buyer: given(other) })).toMatchObject([
      { role: 'Decision Maker', question: 'sponsor' },
    ])
  })

  it('come from lists of people as well', () => {
    const row = {
      ...emptyRow('people', 'p'),
      contactId: lee.contactId,
      name: 'Lee Park',
      role: 'Other',
    }
    expect(rolesFor({ people: given({ type: 'people', rows: [row] }) })).toMatchObject([
      { kind: 'added', role: 'Other', question: 'people' },
    ])
  })

  it('leave a role open that the org does not offer', () => {
    expect(rolesFor({ sponsor: given({ ...lee, role: 'Champion' }) })).toMatchObject([{ role: '' }])
  })

  it('change a part only when the user has said so', () => {
    const kept = contact({ ...dana, role: 'An older role' })
    expect(rolesFor({ sponsor: given(kept) })).toEqual([])
    const changed = withNewRole({ ...kept, role: 'Other' }, [dana])
    expect(rolesFor({ sponsor: given(changed) })).toMatchObject([
      { kind: 'changed', roleId: dana.id, before: dana.role, role: 'Other' },
    ])
    expect(withNewRole({ ...changed, role: dana.role }, [dana])).toMatchObject({ newRole: '' })
  })

  it.each([
    { when: 'only a name is given', answers: { sponsor: given(contact({ name: 'Lee Park' })) } },
    { when: 'fewer people may read the answer', answers: { secret: given(lee) } },
    {
      when: 'the user leaves it out',
      answers: { sponsor: given(lee) },
      unticked: [`OpportunityContactRole.${lee.contactId}`],
    },
    { when: 'the user may add none', answers: { sponsor: given(lee) }, rights: { addRole: false } },
    {
      when: 'the user may create no contacts',
      answers: { sponsor: given(zoe) },
      rights: { createContact: false },
    },
    {
      when: 'the person is in the deal by name',
      answers: { sponsor: given({ ...zoe, name: dana.name }) },
    },
  ])('are none when $when', ({ answers, ...over }) => {
    expect(rolesFor(answers, over)).toEqual([])
  })

  it('make the one who was asked for as such the primary contact, while there is none', () => {
    expect(rolesFor({ first: given(lee) }, { deal: { contactRoles: [] } })).toMatchObject([
      { isPrimary: true },
    ])
    const primary = { contactRoles: [{ ...dana, isPrimary: true }] }
    expect(rolesFor({ first: given(lee) }, { deal: primary })).toMatchObject([{ isPrimary: false }])
  })

  it('are not written again once they are', () => {
    const answers = { sponsor: given(lee), buyer: given(zoe) }
    const written = withWritten(deal().contactRoles, { contactRoles: rolesFor(answers) })
    expect(rolesFor(answers, { deal: { contactRoles: written } })).toEqual([])
  })
})

it('a new contact is said to be one of the account only where the deal has one', () => {
  const names = { firstName: 'Zoe', lastName: 'Dam', title: '', email: '', phone: '' }
  const about = { key: 'k', name: 'Zoe Dam', role: '', question: 'q', isPrimary: false }
  const created = { ...about, kind: 'created' as const, contact: names }
  expect(roleInWords(created, '')).toBe(
    'Zoe Dam becomes a contact, and a contact role of the deal.',
  )
  expect(roleInWords(created, 'Northwind')).toContain('a contact of Northwind,')
})

it.each([
  { name: '田中 花子', lastName: '田中', firstName: '花子' },
  { name: 'An Anh', lastName: 'An', firstName: 'Anh' },
  { name: 'Zoe van Dam', lastName: 'van Dam', firstName: 'Zoe' },
  { name: 'Madonna', lastName: 'Madonna', firstName: '' },
])('$name is made a contact with the first name $firstName', ({ name, lastName, firstName }) => {
  const someone = contact({ name, lastName })
  const [made] = rolesFor({ sponsor: given(someone) })
  expect(made).toMatchObject({ kind: 'created', contact: { lastName, firstName } })
})
