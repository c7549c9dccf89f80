import type { InboxItem } from '#lib/handoff/inbox-item.ts'

export const anna = { userId: '005000000000001AAA', name: 'Anna Ahlström' }
export const bodo = { userId: '005000000000002AAA', name: 'Bodo Brandt' }
export const boss = { userId: '005000000000003AAA', name: 'Mo Manager' }

/** A handoff from Anna to Bodo, submitted on a Monday at ten (UTC) and due on Wednesday at ten. */
export function item(changes: Partial<InboxItem> = {}): InboxItem {
  return {
    id: 'a00000000000001AAA',
    name: 'HO-00001',
    clientKey: 'key',
    kind: 'ae-csm',
    status: 'submitted',
    opportunityId: '006000000000001AAA',
    opportunityName: 'Northwind 2027',
    accountName: 'Northwind',
    amount: 1000,
    currency: 'EUR',
    outgoing: anna,
    incoming: bodo,
    manager: null,
    template: { key: 'ae-csm', version: '1.0.0' },
    completeness: 1,
    submittedAt: '2026-11-23T10:00:00.000Z',
    dueAt: '2026-11-25T10:00:00.000Z',
    decidedAt: null,
    declineReasons: [],
    decisionComment: '',
    summary: '',
    packet: null,
    modifiedAt: '2026-11-23T10:00:00.000Z',
    firstViewedAt: null,
    clarificationDueAt: null,
    pauses: [],
    escalatesTo: boss,
    bypassed: false,
    late: 'no',
    dealOwnerId: '',
    contactDueAt: null,
    ownerDueAt: null,
    ...changes,
  }
}
