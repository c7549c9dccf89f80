import type { Row, RowKind } from './rows.ts'

type EmptyRows = { readonly [Kind in RowKind]: (id: string) => Row<Kind> }

const emptyRows: EmptyRows = {
  people: (id) => ({
    id,
    contactId: '',
    name: '',
    title: '',
    role: '',
    finalSay: false,
    style: '',
    channel: '',
    cadence: '',
    taboos: '',
    readers: 'recipient',
  }),
  commitments: (id) => ({
    id,
    words: '',
    toWhom: '',
    byWhom: '',
    due: '',
    source: '',
    inContract: 'unknown',
    stretch: false,
  }),
  objections: (id) => ({
    id,
    objection: '',
    raisedBy: '',
    handled: '',
    resonated: '',
    status: 'open',
    unstated: false,
    doNotReopen: false,
  }),
  competitors: (id) => ({ id, name: '', status: 'evaluated', why: '', threat: '' }),
  successCriteria: (id) => ({
    id,
    useCase: '',
    metric: '',
    baseline: '',
    target: '',
    by: '',
    validated: 'assumed',
  }),
  risks: (id) => ({ id, risk: '', severity: 'medium', mitigation: '', owner: '' }),
  links: (id) => ({ id, label: '', url: '', moment: '', recipientCanOpen: false }),
  evidence: (id) => ({ id, recordId: '', kind: 'other', title: '', at: '', quote: '', url: '' }),
  products: (id) => ({ id, name: '', quantity: 1, totalPrice: 0 }),
  decisions: (id) => ({ id, decision: '', reason: '', on: '' }),
  responsibilities: (id) => ({ id, task: '', who: 'incoming', name: '' }),
}

/** A row with nothing filled in. */
export function emptyRow<Kind extends RowKind>(kind: Kind, id: string): Row<Kind> {
  return emptyRows[kind](id)
}
