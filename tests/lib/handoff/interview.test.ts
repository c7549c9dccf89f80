import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askOwner } from '#lib/handoff/ask-owner.ts'
import type { Blank } from '#lib/handoff/book.ts'
import { interview, TALK, type TalkedDeal } from '#lib/handoff/interview.ts'
import { talkAsMarkdown, talkAsText, talkPage } from '#lib/handoff/interview-page.ts'
import { severities } from '#lib/handoff/severity.ts'

const blank = (key: string, severity: Blank['severity'] = 'blocks-submit'): Blank => ({
  key,
  label: `What about ${key}?`,
  help: `Say it of ${key}.`,
  section: 'People',
  severity,
})
const talked = (name: string, ...blanks: readonly Blank[]): TalkedDeal => ({
  opportunityId: name,
  name,
  blanks,
})

describe('a talk of twenty minutes', () => {
  it('asks first what stops a handoff, of each deal in turn', () => {
    const plan = interview([
      talked('one', blank('later', 'blocks-accept'), blank('sponsor'), blank('date')),
      talked('two', blank('risk')),
    ])
    expect(plan.asked.map(({ deal, blank: { key }, from, to }) => [deal, key, from, to])).toEqual([
      ['one', 'sponsor', 2, 4],
      ['two', 'risk', 4, 6],
      ['one', 'date', 6, 8],
      ['one', 'later', 8, 9],
    ])
    expect(plan).toMatchObject({ opening: 2, closing: 9, left: [] })
  })

  it('leaves for writing what there is no time for', () => {
    const many = Array.from({ length: 12 }, (_, at) => blank(`q${at}`))
    const { asked, left, closing } = interview([talked('one', ...many)])
    expect([asked.length, left.length, closing]).toEqual([7, 5, 16])
  })

  it('asks everything once, without gaps, the gravest first, and is over in time', () => {
    const deals = fc.array(
      fc
        .array(fc.constantFrom(...severities), { maxLength: 9 })
        .map((all) => all.map((severity, at) => blank(`q${at}`, severity))),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(deals, (all) => {
        const plan = interview(all.map((blanks, at) => talked(`deal ${at}`, ...blanks)))
        const everything = [...plan.asked, ...plan.left]
        const asked = everything.map(({ deal, blank: { key } }) => `${deal} ${key}`)
        expect(new Set(asked).size).toBe(all.flat().length)
        const grades = everything.map((one) => severities.indexOf(one.blank.severity))
        expect(grades).toEqual(grades.toSorted((one, other) => one - other))
        const edges = plan.asked.flatMap(({ from, to }) => [from, to])
        expect([plan.opening, ...edges, plan.closing]).toEqual(
          [plan.opening, ...edges, plan.closing].toSorted((a, b) => a - b),
        )
        expect([plan.opening, ...plan.asked.map(({ to }) => to)]).toEqual([
          ...plan.asked.map(({ from }) => from),
          plan.closing,
        ])
        expect(plan.closing).toBeLessThan(TALK)
      }),
    )
  })
})

const one = {
  opportunityId: 'd1',
  name: 'Yard *Planning*',
  line: '€120,000,\nclosing soon',
}
const subject = { account: 'Quarry & Sons', person: 'Tove Anker', isActive: true, more: 0 }
const page = talkPage(interview([talked('d1', blank('sponsor'))]), {
  ...subject,
  deals: [one],
})

describe('the script on paper', () => {
  it('has a time for each part, and room to answer', () => {
    expect(talkAsText(page)).toBe(`Quarry & Sons: 20 minutes with Tove Anker

Yard *Planning*: €120,000, closing soon

0–2 MIN · WHAT STANDS THERE
- What of this is wrong, or not so any more?
  (Read the lines above aloud.)

2–4 MIN · PEOPLE
- What about sponsor?
  (Say it of sponsor.)

4–20 MIN · WHAT NOBODY HAS WRITTEN DOWN
- Who at the customer decides, who speaks against it, and who tells you the truth?

- What was promised that stands in no contract and in no mail?

- Whom do you introduce to whom, and on which day this week?
  (Put it into both calendars now.)
`)
  })

  it('is Markdown in which no word of Salesforce takes effect', () => {
    const text = talkAsMarkdown(page)
    expect(text).toContain(String.raw`# Quarry \& Sons: 20 minutes with Tove Anker`)
    expect(text).toContain(String.raw`- Yard \*Planning\*: €120,000, / closing soon`)
    expect(text).toContain('- [ ] What about sponsor?\n  *Say it of sponsor.*')
  })

  it('names the deal of each question where there are several', () => {
    const deals = [one, { opportunityId: 'd2', name: 'Second', line: 'Proposal.' }]
    const two = talkPage(interview([talked('d2', blank('risk'))]), { ...subject, deals, more: 2 })
    expect(two.parts[1]?.asks[0]).toMatchObject({ deal: 'Second', ask: 'What about risk?' })
    const text = talkAsText(two)
    expect(text).toContain('- Second: What about risk?')
    expect(text).toContain('Second: Proposal.\n2 more deals are not in this script.')
  })

  it('is for those who worked with somebody who cannot be asked any more', () => {
    const { title } = talkPage(interview([]), { ...subject, isActive: false, deals: [] })
    expect(title).toBe('Quarry & Sons: 20 minutes with whoever worked with Tove Anker')
  })
})

it('the owner is asked with the address of each deal, in the order in which they press', () => {
  const { subject: about, body } = askOwner(
    [
      { opportunityId: '006A', name: 'Yard\nPlanning', why: 'only one contact' },
      { opportunityId: '006B', name: 'Forecast', why: '' },
    ],
    { owner: 'Tove Anker', manager: 'Mara Delacroix', origin: 'https://acme.lightning.force.com' },
  )
  expect(about).toBe('2 deals to hand over')
  expect(body).toContain(`1. Yard Planning
only one contact
https://acme.lightning.force.com/lightning/r/Opportunity/006A/view

2. Forecast
https://acme.lightning.force.com/lightning/r/Opportunity/006B/view`)
})
