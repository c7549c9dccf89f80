import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '#lib/handoff/answer.ts'
import { type HistoryRecord, historyGaps } from '#lib/handoff/history-gaps.ts'
import { everything, filtered } from '#lib/handoff/history-search.ts'
import {
  type HistoryItem,
  historyKinds,
  type HistoryPage,
  mailStanding,
  peopleIn,
  timelineOf,
} from '#lib/handoff/history.ts'
import { ana, question, section, template } from './builders.ts'

const item = (over: Partial<HistoryItem>): HistoryItem => ({
  id: over.at ?? 'one',
  object: 'Task',
  kind: 'call',
  subject: 'Call',
  text: 'Something',
  isCut: false,
  at: '2026-03-01',
  people: [],
  isOpen: false,
  ...over,
})

const page = (items: readonly HistoryItem[], over: Partial<HistoryPage> = {}): HistoryPage => ({
  page: 0,
  items: [...items],
  hasMore: false,
  hidden: [],
  readAt: '2026-03-10T09:00:00Z',
  ...over,
})

describe('a timeline', () => {
  it('is newest first, has nothing twice, and a mail instead of the task that stands for it', () => {
    const mail = item({ id: 'mail', kind: 'email', at: '2026-03-02T10:00:00Z', standIn: 'task' })
    const pages = [
      page([item({ id: 'task', at: '2026-03-02' }), item({ id: 'old', at: '2026-01-01' })]),
      page([item({ id: 'old', at: '2026-01-01' }), mail], { page: 1 }),
    ]
    expect(timelineOf(pages, []).map(({ id }) => id)).toEqual(['mail', 'old'])
  })

  it('names people whose address the deal knows', () => {
    const mail = item({ people: ['Ana', 'DANA@example.com', 'who@else.example'] })
    const [shown] = timelineOf([page([mail])], [{ name: 'Dana Cole', email: 'dana@example.com' }])
    expect(shown?.people).toEqual(['Ana', 'Dana Cole', 'who@else.example'])
    expect(peopleIn([mail, item({ people: ['Ana'] })])[0]).toBe('Ana')
  })

  it.each([
    ['recorded', [item({ kind: 'email' })], []],
    ['none', [item({})], []],
    ['hidden', [item({})], ['mails' as const]],
  ])('says that mails are %s', (standing, items, hidden) => {
    expect(mailStanding(items, [page(items, { hidden })])).toBe(standing)
  })
})

describe('a search in a timeline', () => {
  const items = [
    item({ id: 'a', subject: 'Zürich kickoff', kind: 'meeting', people: ['Ben Bauer'] }),
    item({ id: 'b', subject: 'Terms', text: 'three years, price lock', people: ['Dana Cole'] }),
  ]
  it.each([
    [{ text: 'zurich' }, ['a']],
    [{ text: 'LOCK price' }, ['b']],
    [{ text: 'dana' }, ['b']],
    [{ text: 'price nothing' }, []],
    [{ text: ' ' }, ['a', 'b']],
    [{ kinds: ['meeting' as const] }, ['a']],
    [{ person: 'Dana Cole', kinds: ['meeting' as const] }, []],
  ])('for %j finds %j', (filter, found) => {
    expect(filtered(items, { ...everything, ...filter }).map(({ id }) => id)).toEqual(found)
  })

  it('finds an item by any piece of its text', () => {
    const text = fc.stringMatching(/^[A-Za-zäéß ]{3,40}$/)
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const [from = 0, to = 0] = [a % words.length, b % words.length].toSorted((x, y) => x - y)
        const one = item({ subject: '', text: words })
        expect(filtered([one], { ...everything, text: words.slice(from, to + 1) })).toEqual([one])
      }),
    )
  })
})

const promises = question({ key: 'deal.promised', answer: { type: 'commitments' } })
const asking = template([section([question(), promises])])
const record = (over: Partial<HistoryRecord>): HistoryRecord => ({
  items: [],
  isPartial: false,
  createdAt: '',
  template: template([section([question()])]),
  answers: {},
  now: '2026-03-10T09:00:00Z',
  ...over,
})
const said = (over: Partial<HistoryRecord>) =>
  historyGaps(record(over)).map(({ rule, sentence }) => `${rule}: ${sentence}`)

describe('the gaps of a history', () => {
  it.each([
    ['2026-03-01', '2026-02-08', []],
    [
      '2026-03-01',
      '2026-02-07',
      ['silent-stretch: Nothing is recorded for 22 days, from 7 February 2026 to 1 March 2026.'],
    ],
    [
      '2026-02-16',
      '2026-02-10',
      ['silent-stretch: Nothing is recorded since 16 February 2026, 22 days ago.'],
    ],
  ])('between %s and %s are %j', (later, earlier, expected) => {
    expect(said({ items: [item({ at: later }), item({ at: earlier })] })).toEqual(expected)
  })

  it('count from the deal’s beginning, unless older things are not read yet', () => {
    const given = { items: [item({ at: '2026-03-05' })], createdAt: '2026-01-05T10:00:00.000+0000' }
    expect(said(given)).toHaveLength(1)
    expect(said({ ...given, isPartial: true })).toEqual([])
  })

  it('do not count what is planned, or changes of stage and owner', () => {
    const items = [
      item({ at: '2026-03-09' }),
      item({ at: '2026-02-15', kind: 'stage' }),
      item({ at: '2026-02-20', isOpen: true }),
      item({ at: '2026-02-01' }),
    ]
    expect(said({ items })).toHaveLength(1)
  })

  it('name a meeting without notes, and none that a note was written about', () => {
    const meeting = item({
      kind: 'meeting',
      at: '2026-03-02T10:00:00Z',
      text: ' ',
      subject: 'Demo',
    })
    const sentence = 'meeting-without-notes: “Demo” on 2 March 2026 has no notes.'
    expect(said({ items: [meeting] })).toEqual([sentence])
    const note = (at: string) => item({ kind: 'note', at })
    expect(said({ items: [meeting, note('2026-03-04T23:00:00Z')] })).toEqual([])
    expect(said({ items: [meeting, note('2026-03-05T00:00:00Z')] })).toEqual([sentence])
    expect(said({ items: [{ ...meeting, isOpen: true, at: '2026-03-20' }] })).toEqual([])
  })

  it('name a missing promise where promises are asked for, until one is written or denied', () => {
    const signed = { by: ana, at: '2026-03-01T00:00:00Z' }
    const answers: Answers = { 'deal.promised': { kind: 'none', ...signed } }
    expect(historyGaps(record({ template: asking }))).toMatchObject([
      { rule: 'no-commitment', jump: { question: 'deal.promised' } },
    ])
    expect(said({ template: asking, answers })).toEqual([])
    expect(said({})).toEqual([])
  })

  it('are found in any history, each with somewhere to go', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => {
      return new Date(Date.UTC(2025, 2, 1) + days * 86_400_000).toISOString()
    })
    const items = fc.array(
      fc.record({ at: day, kind: fc.constantFrom(...historyKinds), isOpen: fc.boolean() }),
    )
    fc.assert(
      fc.property(items, (some) => {
        const all = some.map((over, at) => item({ ...over, id: `i${at}` }))
        const jumps = historyGaps(record({ items: all })).map(({ jump }) => jump)
        const targets = jumps.flatMap((jump) => ('item' in jump ? jump.item : []))
        expect(targets.filter((id) => !all.some((one) => one.id === id))).toEqual([])
      }),
    )
  })
})
