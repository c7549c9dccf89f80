import type { Deal } from '#lib/handoff/deal.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Handoff, Status } from '#lib/handoff/handoff.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'

const now = new Date().toISOString()
const id = (letters: string) => letters.padEnd(18, 'A')
const hour = 3_600_000

export const ana = { userId: id('005ANA'), name: 'Ana Ferreira' }
export const ben = { userId: id('005BEN'), name: 'Ben Kowalski' }
export const opportunityId = id('006NORTHWIND')

export function identityOf(person: typeof ana): Identity {
  return {
    orgId: id('00DACME'),
    userId: person.userId,
    userName: person.name,
    orgName: 'acme',
    host: 'acme.my.salesforce.com',
    lightningOrigin: 'https://acme.lightning.force.com',
    locale: 'en-GB',
    timeZone: 'Europe/Lisbon',
  }
}

const contact = (name: string, title: string, role: string) => ({
  id: id(`00K${name.slice(0, 3)}`),
  contactId: id(`003${name.slice(0, 3)}`),
  name,
  title,
  email: `${name.split(' ')[0]?.toLowerCase()}@northwind.example`,
  phone: '+351 21 000 00 00',
  role,
  isPrimary: role === 'Economic Buyer',
})

export const deal: Deal = {
  opportunityId,
  name: 'Northwind – Platform 2027',
  accountId: id('001NORTH'),
  accountName: 'Northwind Traders',
  owner: ana,
  currency: 'EUR',
  fields: {
    'Opportunity.Name': 'Northwind – Platform 2027',
    'Opportunity.StageName': 'Closed Won',
    'Opportunity.IsWon': true,
    'Opportunity.IsClosed': true,
    'Opportunity.Amount': 184_000,
    'Opportunity.CloseDate': '2026-11-20',
    'Opportunity.NextStep': 'Kickoff on 1 Dec with finance systems',
    'Opportunity.Type': 'New Business',
    'Account.Industry': 'Wholesale',
  },
  contactRoles: [
    contact('Mina Okafor', 'CFO', 'Economic Buyer'),
    contact('Jonas Lindqvist', 'Finance systems lead', 'Champion'),
    contact('Petra Brandt-von und zu Hohenstein-Wittgenstein', 'Head of IT', 'Technical Buyer'),
    contact('Lior כהן', 'Controller', 'Business User'),
  ],
  products: [
    { id: id('00kONE'), name: 'Platform, enterprise', quantity: 120, totalPrice: 156_000 },
    { id: id('00kTWO'), name: 'Onboarding package', quantity: 1, totalPrice: 28_000 },
  ],
  team: [{ userId: ben.userId, name: ben.name, role: 'Customer Success Manager' }],
  competitors: [{ id: id('00JONE'), name: 'Ledgerly' }],
  activities: [],
  lastModifiedAt: now,
  lastModifiedBy: ana.name,
  readAt: now,
}

const prefilled = prefill(aeCsm, deal, { by: ana, at: now })

export const draft: Draft = {
  key: '7c0ffee0-0000-4000-8000-000000000001',
  orgId: id('00DACME'),
  userId: ana.userId,
  opportunityId,
  opportunityName: deal.name,
  template: { key: aeCsm.key, version: aeCsm.version },
  variant: 'enterprise',
  answers: {
    ...prefilled,
    promise: {
      kind: 'given',
      value: {
        type: 'commitments',
        rows: [
          {
            id: 'r1',
            words: 'SSO with their own IdP before the pilot',
            toWhom: 'Petra',
            byWhom: '',
            due: '2026-12-01',
            source: 'Call of 12 November',
            inContract: 'no',
            stretch: true,
          },
          {
            id: 'r2',
            words: 'Month-end report in German 🇩🇪',
            toWhom: 'Jonas Lindqvist',
            byWhom: 'Ana Ferreira',
            due: '2027-01-15',
            source: '',
            inContract: 'yes',
            stretch: false,
          },
        ],
      },
      provenance: { from: 'typed' },
      evidence: [],
      by: ana,
      at: now,
    },
    risk: { kind: 'none', by: ana, at: now },
    'why.us': { kind: 'unknown-asked', who: 'Jonas', until: '2026-12-04', by: ana, at: now },
  },
  recipient: ben,
  bypass: null,
  unticked: [],
  baseline: { lastModifiedAt: now, fields: deal.fields },
  handoffId: null,
  createdAt: now,
  updatedAt: now,
  revision: 3,
}

export function handoff(status: Status, place = 0): Handoff {
  const names = ['Northwind – Platform 2027', 'Fabrikam renewal', 'Contoso – 400 seats 🚚', 'ليبيا']
  return {
    id: id(`a00H${place}X`),
    name: `HO-${String(42 + place).padStart(5, '0')}`,
    clientKey: `key-${place}`,
    kind: 'ae-csm',
    status,
    opportunityId: place === 0 ? opportunityId : id(`006N${place}X`),
    opportunityName: names[place % names.length] ?? '',
    accountName: ['Northwind Traders', 'Fabrikam', 'Contoso Logistics GmbH'][place % 3] ?? '',
    amount: 184_000 / (place + 1),
    currency: 'EUR',
    outgoing: ana,
    incoming: ben,
    manager: null,
    template: draft.template,
    completeness: 0.82,
    submittedAt: now,
    dueAt: new Date(Date.now() + (place * 9 - 5) * hour).toISOString(),
    decidedAt: status === 'declined' ? now : null,
    declineReasons: status === 'declined' ? ['COMMITMENTS_UNCLEAR'] : [],
    decisionComment: status === 'declined' ? 'Who promised SSO, and by when?' : '',
    summary: 'Sales to customer success',
    packet: { v: 1, template: draft.template, variant: draft.variant, answers: draft.answers },
    modifiedAt: now,
  }
}

/** The same handoff as it stands in an inbox. */
export function inboxItem(status: Status, place = 0): InboxItem {
  return {
    ...handoff(status, place),
    summary: '',
    packet: null,
    firstViewedAt: null,
    clarificationDueAt: null,
    pauses: [],
    escalatesTo: null,
    bypassed: false,
    late: 'no',
    dealOwnerId: '',
    contactDueAt: null,
    ownerDueAt: null,
  }
}

export function contextFor(person: typeof ana, handoffs: readonly Handoff[]): Context {
  return {
    identity: identityOf(person),
    deal,
    handoffs: [...handoffs],
    may: { create: true, edit: true },
    picklists: {
      'Opportunity.StageName': ['Negotiation', 'Closed Won'].map((value) => ({
        value,
        label: value,
      })),
    },
    labels: { 'Opportunity.NextStep': 'Next Step' },
    lengths: { 'Opportunity.NextStep': 255 },
    cached: false,
  }
}
