import type { AnswerType, Question } from '#lib/handoff/question.ts'
import { importNotes } from '#lib/handoff/import-notes.ts'
import { knownTemplates } from '#lib/handoff/shelf.ts'
import { shelving } from '#lib/handoff/shelving.ts'
import type { Template } from '#lib/handoff/template.ts'
import { question, section, template } from './builders.ts'

const org = {
  types: {
    'Opportunity.Amount': 'currency',
    'Opportunity.NextStep': 'string',
    'Opportunity.IsWon': 'boolean',
    'Opportunity.CloseDate': 'date',
    'Opportunity.StageName': 'picklist',
    'Opportunity.Scope__c': 'multipicklist',
  },
  locked: [],
  choices: {
    'Opportunity.StageName': [{ value: 'Won' }, { value: 'Lost' }],
    'Opportunity.Scope__c': [{ value: 'SSO' }, { value: 'API' }],
  },
}
const known = knownTemplates({ builtIn: [], shelved: [] })

/** A choice whose values are other than its labels. */
export const yes: AnswerType = {
  type: 'picklist',
  options: [
    { value: 'YES', label: 'It is' },
    { value: 'NO', label: 'It is not' },
  ],
}
const others = [
  question({ key: 'choice', answer: yes }),
  question({ key: 'tick', answer: { type: 'checkbox' } }),
  question({ key: 'day', answer: { type: 'date' } }),
  question({ key: 'sum', answer: { type: 'currency' } }),
  question({ key: 'stage', answer: { type: 'picklist', field: 'Opportunity.StageName' } }),
  question({ key: 'risks', answer: { type: 'risks' } }),
]

/** What an import says of a template whose first question is such a one. */
export async function notesOn(
  over: Partial<Question>,
  whole: Partial<Template> = {},
  types: Readonly<Record<string, string>> = {},
) {
  const made = template([section([question(over), ...others])], whole)
  const here = { ...org, types: { ...org.types, ...types } }
  const taken = await shelving(JSON.stringify(made), known, here)
  if (taken.outcome === 'faulty') throw new Error(JSON.stringify(taken.problems))
  const notes = await importNotes(taken.template, { org: here, templates: [taken.template] })
  return notes.map(({ path, sentence }) => `${path}: ${sentence}`)
}

/** Where that question stands. */
export const at = 'sections[0].questions[0]'
