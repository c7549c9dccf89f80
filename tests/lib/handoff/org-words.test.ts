import { describe, expect, it } from 'vitest'
import { answerLines } from '#lib/handoff/answer-lines.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { inOrgWords } from '#lib/handoff/org-words.ts'
import { given, question, section, template } from './builders.ts'

const picklists = {
  'Opportunity.StageName': [{ value: 'Closed Won', label: 'Gewonnen' }],
  'Opportunity.Type': [],
}
const stage = question({ answer: { type: 'picklist', field: 'Opportunity.StageName' } })
const read = (asked: typeof stage, value: string) => {
  const worded = inOrgWords(template([section([asked])]), picklists)
  const [found = asked] = worded.sections[0]?.questions ?? []
  return answerLines(found, given({ type: 'picklist', value })).map(({ text }) => text)
}

describe('an answer of a picklist field', () => {
  it('is read by the label that the org gives it', () => {
    expect(read(stage, 'Closed Won')).toEqual(['Gewonnen'])
  })

  it('is read as it is when the org has no such choice any more', () => {
    expect(read(stage, 'Pilot')).toEqual(['Pilot'])
  })

  it('keeps the words of the template where that has its own', () => {
    const options = [{ value: 'Closed Won', label: 'Sold' }]
    const own = question({ answer: { type: 'picklist', field: 'Opportunity.StageName', options } })
    expect(read(own, 'Closed Won')).toEqual(['Sold'])
  })
})

describe('a contact role', () => {
  const roles = { 'OpportunityContactRole.Role': [{ value: 'Champion', label: 'Fürsprecher' }] }
  const lines = (asked: typeof stage, value: Parameters<typeof given>[0]) => {
    const worded = inOrgWords(template([section([asked])]), roles)
    const [found = asked] = worded.sections[0]?.questions ?? []
    return answerLines(found, given(value)).map(({ text }) => text)
  }
  const jonas = { ...noContact, name: 'Jonas Lindqvist' }

  it('is read by the label that the org gives it', () => {
    const asked = question({ answer: { type: 'contact' } })
    expect(lines(asked, { ...jonas, role: 'Champion' })).toEqual(['Jonas Lindqvist, Fürsprecher'])
    expect(lines(asked, { ...jonas, role: 'Coach' })).toEqual(['Jonas Lindqvist, Coach'])
  })

  it('is read so in a list of people too', () => {
    const row = { ...emptyRow('people', 'r1'), name: 'Jonas Lindqvist', role: 'Champion' }
    const asked = question({ answer: { type: 'people' } })
    expect(lines(asked, { type: 'people', rows: [row] })).toEqual(['Jonas Lindqvist, Fürsprecher'])
  })
})
