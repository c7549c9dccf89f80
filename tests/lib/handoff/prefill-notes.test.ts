import { describe, expect, it } from 'vitest'
import type { AnswerType, Prefill } from '#lib/handoff/question.ts'
import type { Template } from '#lib/handoff/template.ts'
import { at, notesOn, yes } from './import-notes.ts'

describe('a source that can never fit its question', () => {
  const none = 'Nothing is read from'
  it.each([
    {
      answer: { type: 'date' },
      source: { from: 'products' },
      told: `${none} here: “products” does not fit an answer of the type “date”.`,
    },
    { answer: { type: 'products' }, source: { from: 'products' }, told: null },
    {
      answer: { type: 'people' },
      source: { from: 'field', field: 'Opportunity.NextStep' },
      told: `${none} here: a list of this kind is not read from one field.`,
    },
    {
      answer: { type: 'number' },
      source: { from: 'field', field: 'Opportunity.CloseDate' },
      told: `${none} Opportunity.CloseDate: it is of the type “date”, and the answer of the type “number”.`,
    },
    {
      answer: { type: 'number' },
      source: { from: 'field', field: 'Opportunity.NextStep' },
      told: null,
    },
    {
      answer: yes,
      source: { from: 'field', field: 'Opportunity.StageName' },
      told: `${none} Opportunity.StageName: it offers none of the choices of this question.`,
    },
    {
      answer: yes,
      source: { from: 'contact-role', roles: ['Buyer'] },
      told: `${none} here: the roles are none of the choices of this question.`,
    },
    {
      answer: { type: 'picklist', options: [{ value: 'won', label: 'W' }] },
      source: { from: 'field', field: 'Opportunity.StageName' },
      told: null,
    },
    {
      answer: { type: 'text' },
      source: { from: 'previous-handoff', question: 'gone' },
      told: `${none} here: no template that is known here asks “gone”.`,
    },
    {
      answer: { type: 'date' },
      source: { from: 'previous-handoff', question: 'choice' },
      told: `${none} here: “choice” is of another type than this question.`,
    },
    { answer: { type: 'date' }, source: { from: 'previous-handoff', question: 'day' }, told: null },
    {
      answer: { type: 'products' },
      source: { from: 'mapped', key: 'x' },
      told: `${none} here: a list of this kind is not read from one field.`,
    },
    { answer: { type: 'text' }, source: { from: 'mapped', key: 'x' }, told: null },
  ] satisfies { answer: AnswerType; source: Prefill; told: string | null }[])(
    '$source for $answer: $told',
    async ({ answer, source, told }) => {
      const whole: Partial<Template> = { mapping: { x: null } }
      expect(await notesOn({ answer, prefill: [source] }, whole)).toEqual(
        told === null ? [] : [`${at}.prefill[0]: ${told}`],
      )
    },
  )
})
