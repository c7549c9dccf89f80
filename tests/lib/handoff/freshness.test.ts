import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Answers, GivenAnswer, Value } from '#lib/handoff/answer.ts'
import type { Deal } from '#lib/handoff/deal.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import {
  changedInSalesforce,
  inSalesforce,
  kept,
  refresh,
  seenFields,
  writtenOver,
} from '#lib/handoff/freshness.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import type { Question } from '#lib/handoff/question.ts'
import { takenTheirs } from '#lib/handoff/take-theirs.ts'
import { ana, deal, NOW, question, section, template } from './builders.ts'

const options = { by: ana, at: NOW }
const nextStep = question({
  key: 'next',
  answer: { type: 'text' },
  prefill: [{ from: 'field', field: 'Opportunity.NextStep' }],
  writeTo: 'Opportunity.NextStep',
})
const people = question({
  key: 'people',
  answer: { type: 'people' },
  prefill: [{ from: 'contact-roles' }],
})
const asked = template([section([nextStep, people])])

const withNextStep = (text: string | null) =>
  deal({ fields: { ...deal().fields, 'Opportunity.NextStep': text } })

/** As the panel stores what a person types. */
function typed(of: Question, value: Value, { before, on }: { before?: Answer; on: Deal }) {
  const over = writtenOver(of, before, on)
  const provenance = { from: 'typed' as const, ...(over && { over }) }
  return { kind: 'given', value, provenance, evidence: [], by: ana, at: NOW } satisfies GivenAnswer
}

const text = (words: string): Value => ({ type: 'text', text: words })
const read = (of: Question, on: Deal): GivenAnswer => {
  const answer = prefill(template([section([of])]), on, options)[of.key]
  if (answer?.kind !== 'given') throw new Error('Nothing was read.')
  return answer
}

describe('words typed over what Salesforce held', () => {
  const before = read(nextStep, withNextStep('Call Dana'))
  const mine = typed(nextStep, text('Mine'), { before, on: withNextStep('Call Dana') })

  it('know when Salesforce changes under them', () => {
    expect(changedInSalesforce(nextStep, mine, withNextStep('Call Dana'))).toBeNull()
    expect(changedInSalesforce(nextStep, mine, withNextStep('Call Ivo'))).toEqual({
      now: text('Call Ivo'),
    })
    expect(changedInSalesforce(nextStep, mine, withNextStep(null))).toEqual({ now: null })
    expect(changedInSalesforce(nextStep, mine, withNextStep('Mine'))).toBeNull()
  })

  it('still know it after more typing', () => {
    const more = typed(nextStep, text('Mine!'), { before: mine, on: withNextStep('Call Ivo') })
    expect(changedInSalesforce(nextStep, more, withNextStep('Call Ivo'))).not.toBeNull()
  })

  it('know that there was nothing, too', () => {
    const alone = typed(nextStep, text('Mine'), { on: withNextStep(null) })
    expect(changedInSalesforce(nextStep, alone, withNextStep(null))).toBeNull()
    expect(changedInSalesforce(nextStep, alone, withNextStep('Theirs'))).toEqual({
      now: text('Theirs'),
    })
  })

  it('are kept for good once they are kept, until the next change', () => {
    const now = withNextStep('Call Ivo')
    const own = kept(nextStep, mine, now)
    expect(own.value).toEqual(text('Mine'))
    expect(changedInSalesforce(nextStep, own, now)).toBeNull()
    expect(seenFields({ next: own })).toEqual({ 'Opportunity.NextStep': 'Call Ivo' })
    expect(changedInSalesforce(nextStep, own, withNextStep('Call Kai'))).not.toBeNull()
  })

  it('give way only when theirs is taken', () => {
    const now = withNextStep('Call Ivo')
    const taken = takenTheirs(nextStep, mine, { deal: now })
    expect(taken).toMatchObject({ value: text('Call Ivo'), provenance: { from: 'salesforce' } })
    expect(changedInSalesforce(nextStep, taken ?? undefined, now)).toBeNull()
    expect(takenTheirs(nextStep, mine, { deal: withNextStep(null) })).toBeNull()
  })
})

it('fields taken from Salesforce again are named as the org names them', () => {
  const fields = ['Opportunity.NextStep']
  const listed = question({ answer: { type: 'text' }, prefill: [{ from: 'fields', fields }] })
  const labels = { 'Opportunity.NextStep': 'Nächster Schritt' }
  const mine = read(listed, withNextStep('Call Dana'))
  const here = { deal: withNextStep('Call Ivo'), labels }
  expect(takenTheirs(listed, mine, here)?.value).toEqual(text('Nächster Schritt: Call Ivo'))
  expect(inSalesforce(nextStep, undefined, here)?.source.label).toContain('Nächster Schritt')
})

describe('a list taken from Salesforce again', () => {
  const [dana] = deal().contactRoles
  const zoe = { id: '00K000000000009AAA', contactId: '003000000000009AAA', name: 'Zoe Quist' }
  const known = dana ? [dana] : []
  const others = known.map((role) =>
    Object.assign({}, role, zoe, { role: 'Evaluator', isPrimary: false }),
  )

  it('keeps the words about people, adds who is new, drops who has left', () => {
    const first = deal({ contactRoles: [...known, ...others] })
    const before = read(people, first)
    const rows = before.value.type === 'people' ? before.value.rows : []
    const own = { ...emptyRow('people', 'mine'), name: 'Kai Storm', role: 'Advisor' }
    const said = rows.map((row) =>
      row.name === dana?.name ? Object.assign({}, row, { style: 'Direct' }) : row,
    )
    const mine = typed(people, { type: 'people', rows: [own, ...said] }, { before, on: first })
    const now = deal({
      contactRoles: known.map((role) => Object.assign({}, role, { title: 'CFO' })),
    })
    expect(takenTheirs(people, mine, { deal: now })?.value).toMatchObject({
      rows: [{ name: 'Kai Storm' }, { name: dana?.name, title: 'CFO', style: 'Direct' }],
    })
    expect(
      changedInSalesforce(people, takenTheirs(people, mine, { deal: now }) ?? undefined, now),
    ).toBeNull()
  })

  it('names the role that somebody has now', () => {
    const sponsor = question({
      key: 'sponsor',
      answer: { type: 'contact' },
      prefill: [{ from: 'contact-role', roles: ['Sponsor', 'Economic Buyer'] }],
    })
    const now = deal({
      contactRoles: known.map((role) => Object.assign({}, role, { role: 'Sponsor' })),
    })
    expect(takenTheirs(sponsor, read(sponsor, deal()), { deal: now })).toMatchObject({
      value: { role: 'Sponsor' },
      provenance: { label: 'Contact role › Sponsor' },
    })
  })
})

type Step =
  | { readonly does: 'type'; readonly words: string }
  | { readonly does: 'refresh' | 'keep' }
  | { readonly does: 'salesforce'; readonly words: string | null }

const words = fc.string({ minLength: 1, maxLength: 6 }).filter((one) => one.trim() !== '')
const step: fc.Arbitrary<Step> = fc.oneof(
  words.map((one) => ({ does: 'type' as const, words: one })),
  fc.option(words, { nil: null }).map((one) => ({ does: 'salesforce' as const, words: one })),
  fc.constantFrom({ does: 'refresh' as const }, { does: 'keep' as const }),
)

it('a value that a person typed is never replaced, whatever happens in Salesforce', () => {
  fc.assert(
    fc.property(
      fc.option(words, { nil: null }),
      fc.array(step, { maxLength: 12 }),
      (start, steps) => {
        let now = withNextStep(start)
        let answers: Answers = prefill(asked, now, options)
        let mine: string | null = null
        const seen: (readonly [string | null, Answer | undefined])[] = []
        for (const one of steps) {
          const answer = answers['next']
          if (one.does === 'salesforce') now = withNextStep(one.words)
          if (one.does === 'refresh') answers = refresh(asked, answers, { ...options, deal: now })
          if (one.does === 'keep' && answer?.kind === 'given')
            answers = { ...answers, next: kept(nextStep, answer, now) }
          if (one.does === 'type') {
            mine = one.words
            const how = answer ? { before: answer, on: now } : { on: now }
            answers = { ...answers, next: typed(nextStep, text(one.words), how) }
          }
          seen.push([mine, answers['next']])
        }
        const written = seen.filter(([own]) => own !== null)
        expect(written.map(([, answer]) => answer?.kind === 'given' && answer.value)).toEqual(
          written.map(([own]) => text(own ?? '')),
        )
      },
    ),
  )
})

it('nothing that a person wrote about somebody is lost by taking theirs', () => {
  const person = fc.record({ name: words, style: words, isKnown: fc.boolean() })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), (all) => {
      const rows = all.map(({ name, style, isKnown }, at) => ({
        ...emptyRow('people', isKnown ? `00K${at}` : `own-${at}`),
        contactId: isKnown ? `003${at}` : '',
        name,
        style,
      }))
      const before = read(people, deal())
      const mine = typed(people, { type: 'people', rows }, { before, on: deal() })
      const taken = takenTheirs(people, mine, { deal: deal() })
      const styles = taken?.value.type === 'people' ? taken.value.rows.map((row) => row.style) : []
      for (const { style } of all) expect(styles).toContain(style)
    }),
  )
})
