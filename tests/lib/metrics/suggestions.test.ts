import { describe, expect, it } from 'vitest'
import { suggestedFor, suggestions, suggestionWords } from '#lib/metrics/suggestions.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { entry } from './log.ts'

const followed = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `h${at}`, template: { key: aeCsm.key } }))

const asked = (at: number, question: string) =>
  entry({ handoffId: `h${at}`, kind: 'Clarification_Requested', question })
const sent = (at: number, blank: readonly string[], when = '2027-05-04T09:00:00Z') =>
  entry({ handoffId: `h${at}`, kind: 'Submitted', blank: [...blank], at: when })
const accepted = (at: number, unread: readonly string[]) =>
  entry({ handoffId: `h${at}`, kind: 'Accepted', unread: [...unread] })

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const changesOf = (events: readonly ReturnType<typeof entry>[], count = 10) =>
  suggestions(aeCsm, { handoffs: followed(count), events }).map(({ about, change }) => [
    about,
    change,
  ])

describe('suggestions for a template', () => {
  it('ask to demand or to explain what recipients ask about in a fifth of the handoffs', () => {
    const events = [asked(0, 'risk'), asked(1, 'risk'), asked(2, 'why.us'), asked(3, 'why.us')]
    expect(changesOf(events)).toEqual([
      ['why.us', 'require'],
      ['risk', 'explain'],
    ])
  })

  it('count a handoff once, however often it was asked about there', () => {
    expect(changesOf([asked(0, 'why.us'), asked(0, 'why.us'), asked(0, 'why.us')])).toEqual([])
  })

  it('are to drop what hardly anybody answers, unless it is demanded', () => {
    expect(changesOf(ten.map((at) => sent(at, ['docs', 'risk'])))).toEqual([
      ['docs', 'drop-question'],
    ])
    expect(changesOf(ten.map((at) => sent(at, at < 9 ? ['docs'] : [])))).toEqual([])
  })

  it('are to drop what one of twenty answers', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => sent(at, at > 0 ? ['docs'] : []))
    expect(changesOf(twenty, 20)).toEqual([['docs', 'drop-question']])
  })

  it('go by what was sent last', () => {
    const later = sent(0, [], '2027-05-06T09:00:00Z')
    expect(changesOf([later, ...ten.map((at) => sent(at, ['docs']))])).toEqual([])
  })

  it('are to drop nothing where the log of too few handoffs tells what was left empty', () => {
    expect(changesOf(ten.slice(1).map((at) => sent(at, ['docs'])))).toEqual([])
    expect(changesOf(ten.map((at) => entry({ handoffId: `h${at}`, kind: 'Submitted' })))).toEqual(
      [],
    )
  })

  it('are to drop a section that recipients accept unread', () => {
    const [section] = aeCsm.sections
    const key = String(section?.key)
    expect(changesOf(ten.map((at) => accepted(at, [key])))).toEqual([[key, 'drop-section']])
  })

  it('wait for enough handoffs, and look at no others', () => {
    expect(changesOf([asked(0, 'why.us'), asked(1, 'why.us')], 9)).toEqual([])
    expect(changesOf([asked(20, 'why.us'), asked(21, 'why.us')])).toEqual([])
  })

  it.each([
    [
      { change: 'require', part: 4 },
      'Demand an answer to “Why us”',
      'Recipients asked about it in',
    ],
    [{ change: 'explain', part: 4 }, 'Explain “Why us” better', 'Recipients asked about it in'],
    [{ change: 'drop-question', part: 4 }, 'Drop “Why us”', 'It was left empty in'],
    [
      { change: 'drop-section', part: 4 },
      'Shorten or drop the section “Why us”',
      'It was not marked as read when accepting in',
    ],
  ] as const)('say the figure behind them: %j', (given, change, because) => {
    const suggestion = { about: 'why.us', label: 'Why us', whole: 10, ...given }
    const writing = { share: (share: number) => `${share * 100}%`, count: String }
    expect(suggestionWords(suggestion, writing)).toEqual({
      change,
      because: `${because} 40% of 10 handoffs.`,
    })
  })
})

describe('what is suggested for several templates', () => {
  it('leaves out templates that too few handoffs follow, and stands once for several versions', () => {
    const older = { ...aeCsm, version: '0.9.0', name: 'As it was' }
    const other = { ...aeCsm, key: 'other' }
    const events = [asked(0, 'why.us'), asked(1, 'why.us')]
    const found = suggestedFor([aeCsm, older, other], followed(10), events)
    expect(found.map(({ template, handoffs }) => [template.name, handoffs])).toEqual([
      [aeCsm.name, 10],
    ])
    expect(found[0]?.suggestions).toHaveLength(1)
  })
})
