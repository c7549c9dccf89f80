import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { brief, briefHeadings, fullBrief } from '#lib/handoff/brief.ts'
import type { BriefSource } from '#lib/handoff/brief-source.ts'
import { countWords } from '#lib/handoff/clip.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { escapeMarkdown } from '#lib/handoff/markdown.ts'
import { summary } from '#lib/handoff/summary.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { sdrAe } from '#lib/templates/sdr-ae.ts'
import { ana, ben, given, NOW, typed } from './builders.ts'
import { briefSources } from './packet-arbitrary.ts'

const objection = { ...emptyRow('objections', 'o1'), objection: 'Too dear', handled: 'Two hires' }
const promise = { ...emptyRow('commitments', 'c1'), words: 'Sign-on works', toWhom: 'Dana' }

const answers: Record<string, Answer> = {
  'next.step': typed('Send three dates'),
  'next.date': given({ type: 'date', date: '2027-05-14' }),
  'next.owner': given({ type: 'person', userId: ben.userId, name: ben.name }),
  promise: given({
    type: 'commitments',
    rows: [
      { ...promise, due: '2027-06-01', stretch: true, inContract: 'no' },
      { ...promise, id: 'c2', words: 'Training', due: '2027-05-20' },
    ],
  }),
  objections: given({
    type: 'objections',
    rows: [
      { ...objection, status: 'resolved', doNotReopen: true },
      { ...objection, id: 'o2', objection: 'No time', status: 'open' },
      { ...objection, id: 'o3', objection: 'Too new', status: 'resolved' },
    ],
  }),
  'why.pain': typed('Nine days to close'),
  'people.champion': { kind: 'unknown-asked', who: 'Ana', until: '2027-05-12', by: ana, at: NOW },
  risk: { kind: 'none', by: ana, at: NOW },
}

const source: BriefSource = {
  template: aeCsm,
  packet: { v: 1, template: aeCsm, variant: 'standard', answers },
  name: 'HO-00002',
  about: {
    opportunityName: 'New business',
    accountName: 'Harbor Foods',
    amount: null,
    currency: 'EUR',
    outgoing: ana,
    incoming: ben,
  },
}

const linesOf = (from: BriefSource, heading: string) =>
  fullBrief(from, 'recipient')
    .parts.find((part) => part.heading === heading)
    ?.lines.map(({ text }) => text)

describe('the brief', () => {
  it('names three actions: the next step first, then promises by date', () => {
    expect(linesOf(source, 'first-actions')).toEqual([
      'Send three dates (Ben Bauer, by 14 May 2027)',
      'Keep the promise “Training” (Dana, by 20 May 2027)',
      'Keep the promise “Sign-on works” (Dana, by 1 June 2027)',
    ])
  })

  it('parts closed, settled and open objections', () => {
    expect(linesOf(source, 'do-not-reopen')).toEqual(['Too dear: Two hires; do not reopen'])
    expect(linesOf(source, 'do-not-ask')).toEqual([
      'The problem they want solved: Nine days to close',
      'Objection settled: Too new: Two hires',
    ])
    expect(linesOf(source, 'open-questions')).toContain('No time: Two hires; still open')
  })

  it('says of each competitor, product, link and source what it is of', () => {
    const lists = {
      'why.alternatives': given({
        type: 'competitors',
        rows: [{ ...emptyRow('competitors', 'k1'), name: 'Corvane Suite' }],
      }),
      'deal.what': given({
        type: 'products',
        rows: [{ id: 'p1', name: 'Analytics Pro', quantity: 1200, totalPrice: 0 }],
      }),
    }
    const listed = { ...source, packet: { ...source.packet, answers: lists } }
    expect(linesOf(listed, 'do-not-ask')).toEqual([
      'Who else they looked at, and why not them: Corvane Suite, evaluated',
    ])
    expect(linesOf(listed, 'deal')).toEqual(['What they bought: 1,200 × Analytics Pro'])
  })

  it('says who finds out what is not known, and by when', () => {
    expect(linesOf(source, 'open-questions')).toContain('Champion: Ana finds out by 12 May 2027')
    expect(linesOf(source, 'people')).toBeUndefined()
  })

  it('says promises in full', () => {
    expect(linesOf(source, 'promised')).toContain(
      '“Sign-on works”, to Dana, due 1 June 2027, not in the contract, hard to keep',
    )
  })

  it('introduces each person once, with every part they play', () => {
    const dana = {
      type: 'contact',
      contactId: '003000000000001AAA',
      name: 'Dana Cole',
      title: 'CFO',
      email: '',
      phone: '',
      role: 'Economic Buyer',
      note: 'may move on',
      strength: 'strong',
    } as const
    const row = { ...emptyRow('people', 'p1'), contactId: dana.contactId, name: dana.name }
    const people = {
      'people.sponsor': given({ ...dana, note: '', strength: '' }),
      'people.finalSay': given(dana),
      'people.style': given({
        type: 'people',
        rows: [row, { ...row, id: 'p2', contactId: '', name: 'Ivo Brandt' }],
      }),
    }
    expect(linesOf({ ...source, packet: { ...source.packet, answers: people } }, 'people')).toEqual(
      [
        'Executive sponsor, Who has the final say: Dana Cole, CFO; strong support, may move on',
        'Ivo Brandt',
      ],
    )
  })

  it('shows a signed none with what there is none of, and the name of who signed', () => {
    expect(linesOf(source, 'risks')).toEqual([
      'What could go wrong: I see no risk, and I looked for one (Ana Alvarez)',
    ])
  })

  it('says what changed since the previous handoff, across templates', () => {
    const earlier = { 'why.pain': typed('Eight days to close'), 'next.step': typed('Book a demo') }
    const previous = {
      template: sdrAe,
      name: 'HO-00001',
      packet: { v: 1, template: sdrAe, variant: 'standard', answers: earlier } as const,
    }
    expect(linesOf({ ...source, previous }, 'changes')).toEqual([
      'The problem they want solved: Nine days to close (was: Eight days to close)',
      'Next step: Send three dates (was: Book a demo)',
    ])
  })

  it('is read in two minutes and in a fixed order, whatever the handoff', () => {
    fc.assert(
      fc.property(briefSources, (any) => {
        const { parts } = brief(any, 'recipient')
        const words = parts.flatMap(({ lines }) => lines.map(({ text }) => countWords(text)))
        expect(words.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(500)
        const order = parts.map(({ heading }) => briefHeadings.indexOf(heading))
        expect(order).toEqual(order.toSorted((one, other) => one - other))
        const full = fullBrief(any, 'recipient').parts
        expect(parts.map(({ lines, more }) => lines.length + more)).toEqual(
          full.map(({ lines }) => lines.length),
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe('the words of a brief', () => {
  it('of a deal without an account is headed by the deal alone', () => {
    const bare = { ...source, about: { ...source.about, accountName: '' } }
    expect(summary(bare, 'recipient')).toMatch(/^New business\n/)
  })

  it.each([
    ['<img src=x onerror=alert(1)>', String.raw`\<img src=x onerror=alert(1)\>`],
    ['[click](javascript:x)', String.raw`\[click\](javascript:x)`],
    ['# not a title', String.raw`\# not a title`],
    ['1. not a list', String.raw`1\. not a list`],
    ['two\nlines', 'two / lines'],
  ])('have no effect as Markdown: %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })
})
