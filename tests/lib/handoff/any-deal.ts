import fc from 'fast-check'
import type { Deal } from '#lib/handoff/deal.ts'
import { days, instants, texts } from './arbitraries.ts'
import { ana, deal } from './builders.ts'

const ids = (object: string) =>
  fc.integer({ min: 1, max: 9 }).map((number) => `${object}00000000000${number}AAA`)

const held = fc.oneof(
  texts,
  days,
  instants,
  fc.constantFrom(null, 0, -1, 0.1, 1e12, true, false, 'a;b', 'Closed Won', '005000000000001AAA'),
)

/** What the fields hold that templates of these tests name; where there is none, its reader has no right to it. */
const fields = fc.record(
  {
    'Opportunity.Amount': fc.option(fc.integer({ min: -5, max: 200_000 })),
    'Opportunity.CloseDate': days,
    'Opportunity.StageName': fc.constantFrom('Closed Won', 'Prospecting'),
    'Opportunity.IsWon': fc.boolean(),
    'Opportunity.NextStep': held,
    'Opportunity.Own__c': held,
    'Opportunity.RecordType.DeveloperName': fc.constantFrom(null, 'Renewal'),
    'Account.Industry': held,
    'Contract.EndDate': held,
  },
  { requiredKeys: ['Opportunity.CloseDate'] },
)

const people = fc.record({
  id: ids('00K'),
  contactId: ids('003'),
  name: texts,
  title: texts,
  email: texts,
  phone: texts,
  role: fc.constantFrom('', 'Economic Buyer', 'Champion'),
  isPrimary: fc.boolean(),
})

const activities = fc.record({
  id: ids('00T'),
  kind: fc.constantFrom('call' as const, 'meeting', 'email', 'note', 'task', 'stage', 'owner'),
  subject: texts,
  text: texts,
  at: fc.oneof(instants, days),
  who: texts,
  isOpen: fc.boolean(),
})

const cases = fc.record({
  id: ids('500'),
  number: texts,
  subject: texts,
  status: texts,
  priority: fc.constantFrom('', 'High', 'Low'),
})

/** A deal with anything that Salesforce may hold of one. */
export const anyDeals: fc.Arbitrary<Deal> = fc
  .record({
    fields,
    name: texts,
    accountName: texts,
    currency: fc.constantFrom('', 'EUR', 'JPY', 'KWD'),
    timeZone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'),
    contactRoles: fc.array(people, { maxLength: 3 }),
    products: fc.array(
      fc.record({
        id: ids('00k'),
        name: texts,
        quantity: fc.constantFrom(0, 1, 2.5),
        totalPrice: fc.constantFrom(0, 10.55, 1e12),
      }),
      { maxLength: 3 },
    ),
    team: fc.array(fc.record({ userId: ids('005'), name: texts, role: texts }), { maxLength: 3 }),
    competitors: fc.array(fc.record({ id: ids('00J'), name: texts }), { maxLength: 3 }),
    cases: fc.array(cases, { maxLength: 2 }),
    activities: fc.array(activities, { maxLength: 3 }),
  })
  .map((some) => deal({ ...some, owner: ana }))
