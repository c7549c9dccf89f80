import type { Answer, Value } from '#lib/handoff/answer.ts'
import type { Deal } from '#lib/handoff/deal.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { Section, Template } from '#lib/handoff/template.ts'

export const ana = { userId: '005000000000001AAA', name: 'Ana Alvarez' }
export const ben = { userId: '005000000000002AAA', name: 'Ben Bauer' }
export const mara = { userId: '005000000000003AAA', name: 'Mara Moss' }

/** The instant at which everything in these tests happens. */
export const NOW = '2026-03-10T09:00:00Z'

export function deal(over: Partial<Deal> = {}): Deal {
  return {
    opportunityId: '006000000000001AAA',
    name: 'Harbor Foods, renewal',
    accountId: '001000000000001AAA',
    accountName: 'Harbor Foods',
    owner: ana,
    currency: 'EUR',
    fields: {
      'Opportunity.Amount': 60_000,
      'Opportunity.StageName': 'Closed Won',
      'Opportunity.IsWon': true,
      'Opportunity.IsClosed': true,
      'Opportunity.CloseDate': '2026-03-01',
      'Opportunity.NextStep': null,
    },
    contactRoles: [
      {
        id: '00K000000000001AAA',
        contactId: '003000000000001AAA',
        name: 'Dana Cole',
        title: 'CFO',
        email: 'dana@example.com',
        phone: '',
        role: 'Economic Buyer',
        isPrimary: true,
      },
    ],
    products: [],
    team: [],
    competitors: [],
    activities: [
      {
        id: '00T000000000001AAA',
        kind: 'call',
        subject: 'Closing call',
        text: '',
        at: '2026-03-08T10:00:00Z',
        who: 'Dana Cole',
        isOpen: false,
      },
    ],
    lastModifiedAt: '2026-03-09T08:00:00Z',
    lastModifiedBy: 'Ana Alvarez',
    readAt: NOW,
    ...over,
  }
}

export function question(over: Partial<Question> = {}): Question {
  return {
    key: 'why.pain',
    label: 'Problem to solve',
    help: 'What hurts.',
    example: 'The month-end close takes nine days.',
    answer: { type: 'long-text' },
    tier: 'account-team',
    requirements: [],
    ...over,
  }
}

export function section(questions: Question[], over: Partial<Section> = {}): Section {
  return { key: 'why', title: 'Why', weight: 1, questions, ...over }
}

export function template(sections: Section[], over: Partial<Template> = {}): Template {
  return {
    key: 'test',
    version: '1.0.0',
    status: 'active',
    kind: 'ae-csm',
    name: 'Test',
    description: 'A template for tests.',
    appliesWhen: { when: 'always' },
    variantWhen: [],
    variants: ['standard'],
    sections,
    checklists: [],
    milestones: [],
    phases: [],
    clocks: {
      decision: { amount: 2, unit: 'business-days' },
      clarification: { amount: 1, unit: 'business-days' },
    },
    declineReasons: [{ code: 'OTHER', label: 'Another reason', goesTo: 'sender' }],
    ratingAxes: [],
    transfer: { trigger: ['By hand'], ownerMoves: 'never' },
    methodology: [],
    mapping: {},
    ...over,
  }
}

export function draft(answers: Draft['answers'] = {}, over: Partial<Draft> = {}): Draft {
  return {
    key: '11111111-1111-4111-8111-111111111111',
    orgId: '00D000000000001AAA',
    userId: ana.userId,
    opportunityId: '006000000000001AAA',
    opportunityName: 'Harbor Foods, renewal',
    template: { key: 'test', version: '1.0.0' },
    variant: 'standard',
    answers,
    recipient: ben,
    bypass: null,
    unticked: [],
    baseline: { lastModifiedAt: '2026-03-09T08:00:00Z', fields: {} },
    handoffId: null,
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    ...over,
  }
}

export function given(
  value: Value,
  over: Partial<Extract<Answer, { kind: 'given' }>> = {},
): Answer {
  return {
    kind: 'given',
    value,
    provenance: { from: 'typed' },
    evidence: [],
    by: ana,
    at: NOW,
    ...over,
  }
}

export const typed = (text: string) => given({ type: 'text', text })

export function handoff(over: Partial<Handoff> = {}): Handoff {
  return {
    id: 'a00000000000001AAA',
    name: 'HO-00001',
    clientKey: '11111111-1111-4111-8111-111111111111',
    kind: 'ae-csm',
    status: 'submitted',
    opportunityId: '006000000000001AAA',
    opportunityName: 'Harbor Foods, renewal',
    accountName: 'Harbor Foods',
    amount: 60_000,
    currency: 'EUR',
    outgoing: ana,
    incoming: ben,
    manager: mara,
    template: { key: 'test', version: '1.0.0' },
    completeness: 1,
    submittedAt: NOW,
    dueAt: null,
    decidedAt: null,
    declineReasons: [],
    decisionComment: '',
    summary: '',
    packet: null,
    modifiedAt: NOW,
    ...over,
  }
}

/** The draft with one answer more, or another one. */
export function withAnswer(one: Draft, key: string, answer: Answer): Draft {
  return { ...one, answers: { ...one.answers, [key]: answer } }
}
