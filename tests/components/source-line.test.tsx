import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SourceLine } from '#components/handoff/source-line.tsx'
import type { GivenAnswer, Value } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana, deal } from '../gallery/deal.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const asks = (answer: Question['answer'], field: string): Question => ({
  key: 'deal.about',
  label: 'About',
  help: 'Help.',
  example: 'Example.',
  answer,
  tier: 'account-team',
  requirements: [],
  prefill: [{ from: 'field', field }],
})

const held = {
  ...deal,
  currency: 'EUR',
  fields: {
    'Opportunity.Type': 'New Customer',
    'Opportunity.CloseDate': '2026-12-01',
    'Opportunity.Amount': 1_234_500.5,
    'Opportunity.Needs__c': 'sso;eu',
  },
}
const here = {
  deal: held,
  formats: { locale: 'de-DE', timeZone: 'Europe/Berlin' },
  picklists: { 'Opportunity.Type': [{ value: 'New Customer', label: 'Neukunde' }] },
}

const type = asks({ type: 'picklist', field: 'Opportunity.Type' }, 'Opportunity.Type')
const items = [
  { key: 'sso', label: 'Single sign-on' },
  { key: 'eu', label: 'Kept in the EU' },
]
const others = [
  {
    question: asks({ type: 'checklist', items }, 'Opportunity.Needs__c'),
    words: /“Single sign-on, Kept in the EU”/,
  },
  { question: asks({ type: 'date' }, 'Opportunity.CloseDate'), words: /“01\.12\.2026”/ },
  { question: asks({ type: 'currency' }, 'Opportunity.Amount'), words: /“1\.234\.500,5\d*\s€”/ },
]

describe('what Salesforce holds', () => {
  it('is offered under the name that the org gives its field', () => {
    const labels = { 'Opportunity.Type': 'Art' }
    const shown = { ...here, labels }
    inSetting(<SourceLine question={type} answer={undefined} onAnswer={() => {}} />, shown)
    expect(screen.getByText(/› Art: “Neukunde”/)).toBeDefined()
  })

  it.each([{ question: type, words: /“Neukunde”/ }, ...others])(
    'is offered as the user reads it: $words',
    ({ question, words }) => {
      inSetting(<SourceLine {...{ question }} answer={undefined} onAnswer={() => {}} />, here)
      expect(screen.getByText(words)).toBeDefined()
    },
  )

  it('can be taken by the name it has in the org', () => {
    const value: Value = { type: 'picklist', value: 'Existing Customer' }
    const provenance = {
      from: 'salesforce' as const,
      label: 'Type',
      field: 'Opportunity.Type',
      asRead: 'Existing Customer',
      readAt: deal.readAt,
    }
    const answer: GivenAnswer = {
      kind: 'given',
      value,
      provenance,
      evidence: [],
      by: ana,
      at: deal.readAt,
    }
    inSetting(<SourceLine question={type} answer={answer} onAnswer={() => {}} />, here)
    expect(screen.getByRole('button', { name: 'Take “Neukunde”' })).toBeDefined()
  })
})
