import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { QuestionView } from '#components/handoff/question-view.tsx'
import { type Answer, valueSchema } from '#lib/handoff/answer.ts'
import type { QuestionAssessment } from '#lib/handoff/assessment.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana, deal } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const question: Question = {
  key: 'next.step',
  label: 'Next step',
  help: 'What happens next.',
  example: 'Kickoff on Monday.',
  answer: { type: 'long-text' },
  tier: 'recipient',
  requirements: [{ severity: 'blocks-submit', when: { when: 'always' } }],
  none: 'There is none, and I asked',
  prefill: [{ from: 'field', field: 'Opportunity.NextStep' }],
}

const standing: QuestionAssessment = {
  key: question.key,
  section: 'next',
  asked: true,
  demand: { severity: 'blocks-submit', atLeast: 1 },
  answered: false,
  satisfied: false,
  inScope: true,
  findings: [
    {
      severity: 'blocks-submit',
      rule: 'placeholder',
      sentence: '“tbd” says nothing.',
      question: question.key,
      section: 'next',
    },
  ],
}

const answers: (Answer | null)[] = []

function Shown({ first, asked = question }: { readonly first?: Answer; asked?: Question }) {
  const [answer, setAnswer] = useState<Answer | undefined>(first)
  const change = (_: string, next: Answer | null) => {
    answers.push(next)
    setAnswer(next ?? undefined)
  }
  return <QuestionView question={asked} answer={answer} standing={standing} onAnswer={change} />
}

const last = () => answers.at(-1)

const fromSalesforce: Answer = {
  kind: 'given',
  value: { type: 'text', text: 'Call them' },
  provenance: {
    from: 'salesforce',
    label: 'Opportunity › Next Step',
    field: 'Opportunity.NextStep',
    asRead: 'Call them',
    readAt: deal.readAt,
  },
  evidence: [],
  by: ana,
  at: deal.readAt,
}

describe('a question', () => {
  it('says how much it matters and who will read it', () => {
    inSetting(<Shown />)
    expect(screen.getByText('blocks submit')).toBeDefined()
    expect(screen.getByText(/recipient only/)).toBeDefined()
  })

  it('ties the finding to the control', () => {
    inSetting(<Shown />)
    const box = screen.getByRole('textbox', { name: 'Next step' })
    const described = document.getElementById(box.getAttribute('aria-describedby') ?? '')
    expect(described?.textContent).toContain('“tbd” says nothing.')
    expect(box.getAttribute('aria-invalid')).toBe('true')
  })

  it('shows help and an example on demand', async () => {
    const { user } = inSetting(<Shown />)
    expect(screen.queryByText('What happens next.')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Help: Next step' }))
    expect(screen.getByText('What happens next.')).toBeDefined()
    expect(screen.getByText(/Kickoff on Monday/)).toBeDefined()
  })

  it('keeps typed words, signed and typed', async () => {
    const { user } = inSetting(<Shown />)
    await user.type(screen.getByRole('textbox', { name: 'Next step' }), 'Kickoff 🚀')
    expect(last()).toMatchObject({
      kind: 'given',
      value: { type: 'text', text: 'Kickoff 🚀' },
      provenance: { from: 'typed' },
      by: ana,
    })
  })

  it.each([
    { button: 'There is none, and I asked', kind: 'none' },
    { button: 'I have not asked', kind: 'unknown-not-asked' },
    { button: 'Asked, no answer yet', kind: 'unknown-asked' },
    { button: 'Does not apply', kind: 'not-applicable' },
  ])('can be left unanswered honestly: $kind', async ({ button, kind }) => {
    const { user } = inSetting(<Shown />)
    await user.click(screen.getByRole('button', { name: button }))
    expect(last()).toMatchObject({ kind, by: ana })
    await user.click(screen.getByRole('button', { name: 'Answer it after all' }))
    expect(last()).toBeNull()
  })

  it('asks who finds out, and by when', async () => {
    const { user } = inSetting(<Shown />)
    await user.click(screen.getByRole('button', { name: 'Asked, no answer yet' }))
    await user.type(screen.getByLabelText(/Who will find out/), 'Jonas')
    expect(last()).toMatchObject({ kind: 'unknown-asked', who: 'Jonas' })
  })
})

describe('an answer from Salesforce', () => {
  it('names its source', () => {
    inSetting(<Shown first={fromSalesforce} />, {
      deal: { ...deal, fields: { ...deal.fields, 'Opportunity.NextStep': 'Call them' } },
    })
    expect(screen.getByText(/^from Opportunity › Next Step/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Keep mine' })).toBeNull()
  })

  it('can be taken again when Salesforce has changed, and is then not offered again', async () => {
    const { user } = inSetting(<Shown first={fromSalesforce} />)
    await user.click(screen.getByRole('button', { name: /^Take “Kickoff on 1 Dec/ }))
    await screen.findByRole('button', { name: 'Undo' })
    expect(last()).toMatchObject({ value: { text: 'Kickoff on 1 Dec with finance systems' } })
    expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull()
  })

  it('can be kept as it is, and is then the user’s own', async () => {
    const { user } = inSetting(<Shown first={fromSalesforce} />)
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    expect(last()).toMatchObject({ value: { text: 'Call them' }, provenance: { from: 'typed' } })
    expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull()
  })

  it('keeps the focus when what had it goes away with the answer', async () => {
    const { user } = inSetting(<Shown />)
    await user.click(screen.getByRole('button', { name: 'Does not apply' }))
    expect(document.activeElement).toBe(screen.getByLabelText(/Why does it not apply/))
    await user.click(screen.getByRole('button', { name: 'Answer it after all' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Next step' }))
  })
})

const changedBy = (text: string | null) => ({
  deal: { ...deal, fields: { ...deal.fields, 'Opportunity.NextStep': text } },
})

const backed = {
  evidence: [
    { id: 'e1', kind: 'email', title: 'Their words', recordId: '', at: '', quote: '', url: '' },
  ],
  tier: 'account-team',
} satisfies Partial<Answer>

describe('an answer with evidence and readers of its own', () => {
  it('keeps both when it is emptied and typed again', async () => {
    const { user } = inSetting(<Shown first={{ ...fromSalesforce, ...backed }} />)
    const box = screen.getByRole('textbox', { name: 'Next step' })
    await user.clear(box)
    expect(last()).toBeNull()
    await user.type(box, 'Call Ivo')
    expect(last()).toMatchObject({ value: { text: 'Call Ivo' }, by: ana, ...backed })
  })

  it('keeps both when its last row is removed and brought back', async () => {
    const row = { id: 'r', risk: 'They may leave', severity: 'medium', mitigation: '', owner: '' }
    const value = valueSchema.parse({ type: 'risks', rows: [row] })
    const asked: Question = { ...question, answer: { type: 'risks' }, prefill: [] }
    const { user } = inSetting(
      <Shown asked={asked} first={{ ...fromSalesforce, ...backed, value }} />,
    )
    await user.click(screen.getByRole('button', { name: 'Remove risk 1' }))
    expect(last()).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Undo removal' }))
    expect(last()).toMatchObject({ value, ...backed })
  })
})

describe('an answer that a person wrote', () => {
  it('says whose it is and how old', async () => {
    const { user } = inSetting(<Shown />, changedBy(null))
    await user.type(screen.getByRole('textbox', { name: 'Next step' }), 'Mine')
    expect(screen.getByText('written by you · just now')).toBeDefined()
  })

  it('stays when Salesforce changes; theirs is taken by choice, and given back', async () => {
    const { user, show } = inSetting(<Shown first={fromSalesforce} />, changedBy('Call them'))
    await user.type(screen.getByRole('textbox', { name: 'Next step' }), ' today')
    show(<Shown first={fromSalesforce} />, changedBy('Call Ivo'))
    expect(screen.getByRole('textbox', { name: 'Next step' })).toHaveProperty(
      'value',
      'Call them today',
    )
    expect(screen.getByText('changed in Salesforce since')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Take “Call Ivo”' }))
    const undo = await screen.findByRole('button', { name: 'Undo' })
    expect(last()).toMatchObject({ value: { text: 'Call Ivo' } })
    await user.click(undo)
    expect(last()).toMatchObject({ value: { text: 'Call them today' } })
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    expect(last()).toMatchObject({ value: { text: 'Call them today' } })
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Next step' }))
    expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull()
  })

  it('offers what Salesforce holds when it is emptied', async () => {
    const { user } = inSetting(<Shown first={fromSalesforce} />, changedBy('Call them'))
    await user.clear(screen.getByRole('textbox', { name: 'Next step' }))
    expect(last()).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Use it' }))
    expect(last()).toMatchObject({
      value: { text: 'Call them' },
      provenance: { from: 'salesforce' },
    })
  })
})

it('a choice of a field that this org does not show can be answered in words', async () => {
  const answer = { type: 'picklist', field: 'Opportunity.Segment__c' } as const
  const { user } = inSetting(<Shown asked={{ ...question, answer, prefill: [] }} />)
  await user.type(screen.getByRole('textbox', { name: 'Next step' }), 'Mid-market')
  expect(last()).toMatchObject({ value: { type: 'picklist', value: 'Mid-market' } })
})
