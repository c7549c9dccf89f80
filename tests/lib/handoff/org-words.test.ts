import { describe, expect, it } from 'vitest'
import { answerLines } from '#lib/handoff/answer-lines.ts'
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
