import { describe, expect, it } from 'vitest'
import { gapsFilled } from '#lib/metrics/gaps-filled.ts'
import { improvementColumns, improvementLines } from '#lib/metrics/improvements.ts'
import { reportedFriction } from '#lib/metrics/reported-friction.ts'
import { handoffsCsv } from '#lib/metrics/report.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { entry } from './log.ts'
import { record } from './records.ts'

const reported = (cause: string, words: string, day: number, over = {}) =>
  entry({
    kind: 'Friction_Reported',
    at: `2027-05-0${day}T09:00:00Z`,
    friction: { step: 'submitted', label: 'Waiting for the decision', cause, words },
    ...over,
  })

describe('reports of what held handoffs up', () => {
  it('are counted by step and cause, with the newest words', () => {
    const events = [
      reported('NO_TIME', 'Year end', 2),
      reported('MISSING', 'No contract', 3),
      reported('NO_TIME', '', 5),
      reported('NO_TIME', 'Two are ill', 4),
      entry(),
    ]
    expect(reportedFriction(events)).toEqual([
      {
        key: 'submitted NO_TIME',
        step: 'Waiting for the decision',
        cause: 'Too much else was due',
        count: 3,
        words: 'Two are ill',
      },
      {
        key: 'submitted MISSING',
        step: 'Waiting for the decision',
        cause: 'Information was missing',
        count: 1,
        words: 'No contract',
      },
    ])
  })

  it('equally frequent ones begin with the newest; a cause of another version stands by its code', () => {
    const events = [reported('MISSING', '', 2), reported('SOLAR_FLARE', '', 3)]
    expect(reportedFriction(events).map(({ cause }) => cause)).toEqual([
      'SOLAR_FLARE',
      'Information was missing',
    ])
  })
})

const filling = [
  entry({ kind: 'Surprise_Promise' }),
  entry({ kind: 'Commented', fills: 'why.us' }),
  entry({ kind: 'Commented', fills: 'why.us', handoffId: 'b' }),
  entry({ kind: 'Commented' }),
]

it('what new owners add is counted, and remarks on what was there are not', () => {
  expect(gapsFilled(filling)).toEqual({ promises: 1, answers: 2, handoffs: 2 })
})

describe('the review', () => {
  const handoffs = [{ id: 'a1', template: { key: aeCsm.key } }]

  it('tells what held handoffs up and what was added, of the period alone', () => {
    const events = [reported('NO_TIME', 'Two\n# are ill', 4), ...filling]
    const text = improvementLines({ handoffs, events, templates: [aeCsm] }).join('\n')
    expect(text).toContain(
      '## What held handoffs up\n\n- Waiting for the decision, Too much else was due: 1 (“Two # are ill”)',
    )
    expect(text).toContain('- Promises that nobody had written down: 1')
    expect(text).toContain('- Words where an answer was missing: 1')
    expect(text).toContain('- Handoffs concerned: 1')
    expect(text).toContain('None. A template is looked at from 10 handoffs on.')
  })

  it('tells what to change about a template, with the figure', () => {
    const ten = Array.from({ length: 10 }, (_, at) => ({ ...handoffs[0], id: `h${at}` }))
    const followed = ten.map(({ id }) => ({ id, template: { key: aeCsm.key } }))
    const events = ten.map(({ id }) =>
      entry({ handoffId: id, kind: 'Clarification_Requested', question: 'why.us' }),
    )
    const [question] = aeCsm.sections.flatMap(({ questions }) =>
      questions.filter(({ key }) => key === 'why.us'),
    )
    expect(improvementLines({ handoffs: followed, events, templates: [aeCsm] })).toContain(
      `- ${aeCsm.name}: Demand an answer to “${question?.label}”. Recipients asked about it in 100 % of 10 handoffs.`,
    )
  })

  it('of nothing says so', () => {
    const text = improvementLines({ handoffs: [], events: filling, templates: [] }).join('\n')
    expect(text).toContain('Nothing was reported.')
    expect(text).toContain('## What new owners had to add after accepting\n\nNone.')
  })
})

it('the list of handoffs says of each how often it was held up, and how much was added', () => {
  const events = [reported('NO_TIME', '', 4), reported('MISSING', '', 4), ...filling]
  const csv = handoffsCsv([record(), record({ id: 'c' })], 'en-GB', improvementColumns(events))
  const [title, first, second] = csv.split('\r\n')
  expect(title).toMatch(/"Reports of what held it up","Added by the new owner"$/)
  expect(first).toMatch(/"2","2"$/)
  expect(second).toMatch(/"0","0"$/)
})
