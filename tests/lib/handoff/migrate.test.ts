import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import type { Value } from '#lib/handoff/answer.ts'
import { changeTemplate } from '#lib/handoff/change-template.ts'
import { columnsOf } from '#lib/handoff/columns.ts'
import { migrate, isNewer, orphansOf } from '#lib/handoff/migrate.ts'
import type { Question } from '#lib/handoff/question.ts'
import { cellOf } from '#lib/handoff/row-entry.ts'
import { rowsOf, textOf } from '#lib/handoff/value-text.ts'
import { draft, given, question, section, template, typed } from './builders.ts'
import { templates, written } from './template-arbitraries.ts'

/** What somebody has written into the cells of a list, or into an answer that is none. */
function typedIn(value: Value): readonly string[] {
  if (!('rows' in value)) return value.type === 'text' ? [value.text] : []
  const free = columnsOf(value.type).filter(({ input }) => /text|contact|url/.test(input))
  return rowsOf(value).flatMap((row) => free.map(({ key }) => String(cellOf(row, key))))
}

describe('a draft under a newer version of its template', () => {
  it('loses no answer', () => {
    fc.assert(
      fc.property(written, templates, ({ draft: one }, to) => {
        const { draft: moved, orphaned, converted } = migrate(one, to, null)
        expect(Object.keys(moved.answers)).toHaveLength(Object.keys(one.answers).length)
        for (const [key, answer] of Object.entries(one.answers)) {
          const same = Object.values(moved.answers).includes(answer)
          const now = moved.answers[key]
          const asText =
            converted.includes(key) && answer.kind === 'given' && now?.kind === 'given'
              ? typedIn(answer.value).every((text) => textOf(now.value).includes(text.trim()))
              : false
          expect(same || asText).toBe(true)
        }
        expect(orphansOf(to, moved.answers).toSorted()).toEqual(orphaned.toSorted())
      }),
    )
  })

  it('stays as it is under the same template', () => {
    fc.assert(
      fc.property(written, ({ from, draft: one }) => {
        expect(migrate(one, from, from)).toMatchObject({ draft: one, orphaned: [], converted: [] })
      }),
    )
  })

  it('keeps the answer of a removed question and says so', () => {
    const to = template([section([question({ key: 'new' })])], { version: '2.0.0' })
    const from = template([section([question({ key: 'gone' })])])
    const result = migrate(draft({ gone: typed('Kept') }), to, from)
    expect(result).toMatchObject({ orphaned: ['gone'], added: ['new'] })
    expect(result.draft.template.version).toBe('2.0.0')
    expect(result.draft.answers['gone']).toEqual(typed('Kept'))
  })

  it('says which choices it no longer offers, in the words they were chosen with', () => {
    const asking = (plans: string[], needs: string[]) => [
      section([
        question({
          key: 'plan',
          label: 'Plan',
          answer: {
            type: 'picklist',
            options: plans.map((value) => ({ value, label: `The ${value}` })),
          },
        }),
        question({
          key: 'needs',
          label: 'Needs',
          answer: { type: 'checklist', items: needs.map((key) => ({ key, label: `An ${key}` })) },
        }),
      ]),
    ]
    const from = template(asking(['gold', 'iron'], ['audit', 'import']))
    const to = template(asking(['iron'], ['import']), { version: '2.0.0' })
    const answers = {
      plan: given({ type: 'picklist', value: 'gold' }),
      needs: given({ type: 'checklist', checked: ['audit', 'import'] }),
    }
    const moved = migrate(draft(answers), to, from)
    expect(moved.draft.answers).toEqual(answers)
    expect(moved.dropped).toEqual(['“The gold” (Plan)', '“An audit” (Needs)'])
    expect(migrate(draft(answers), to, null).dropped).toEqual(['“gold” (Plan)', '“audit” (Needs)'])
    expect(migrate(draft(answers), from, from).dropped).toEqual([])
  })

  it('writes the days of a list out where the question takes words now', () => {
    const to = template([section([question({ key: 'a', answer: { type: 'long-text' } })])])
    const row = { ...emptyRow('evidence', 'e'), kind: 'meeting', title: 'Legal call' } as const
    const rows = [
      { ...row, at: '2026-11-30T13:00:00.000Z' },
      { ...row, id: 'f', at: '2026-11-28' },
      { ...row, id: 'g', at: '2026-11-28 or later' },
    ]
    expect(migrate(draft({ a: given({ type: 'evidence', rows }) }), to, null).draft).toMatchObject({
      answers: {
        a: {
          value: {
            text: 'Legal call, 30 November 2026\nLegal call, 28 November 2026\nLegal call, 2026-11-28 or later',
          },
        },
      },
    })
  })

  it('calls no question new that was there before, answered or not', () => {
    const from = template([section([question({ key: 'a' }), question({ key: 'open' })])])
    const to = { ...from, version: '2.0.0' }
    expect(migrate(draft({ a: typed('Here') }), to, from).added).toEqual([])
    expect(migrate(draft({ a: typed('Here') }), to, null).added).toEqual([])
  })

  it('keeps an answer beside the new one when the question takes another type', () => {
    const to = template([section([question({ key: 'a', answer: { type: 'date' } })])])
    const one = draft({ a: typed('soon'), a_was: typed('older') })
    expect(migrate(one, to, null).draft.answers).toEqual({
      a_was: typed('older'),
      a_was_was: typed('soon'),
    })
  })

  it('turns an answer into text where the question asks for words now', () => {
    const to = template([section([question({ key: 'a', answer: { type: 'text' } })])])
    const result = migrate(draft({ a: given({ type: 'date', date: '2026-04-01' }) }), to, null)
    expect(result.converted).toEqual(['a'])
    expect(result.draft.answers['a']).toMatchObject({ value: { text: '1 April 2026' } })
  })

  it('has an answer back once a version asks for such a one again', () => {
    const asking = (answer: Question['answer'], version: string) =>
      template([section([question({ key: 'a', answer })])], { version })
    const [first, other] = [asking({ type: 'number' }, '1.0.0'), asking({ type: 'risks' }, '2.0.0')]
    const one = draft({ a: given({ type: 'number', number: 42 }) })
    const moved = migrate(one, other, first).draft
    expect(Object.keys(moved.answers)).toEqual(['a_was'])
    const again = migrate(moved, asking({ type: 'number' }, '3.0.0'), other)
    expect(again.draft.answers).toEqual(one.answers)
    expect(again.orphaned).toEqual([])
    const rows = [{ ...emptyRow('risks', 'r1'), risk: 'They may leave' }]
    const taken = { ...moved.answers, a: given({ type: 'risks', rows }) }
    const kept = migrate({ ...moved, answers: taken }, asking({ type: 'risks' }, '3.0.0'), other)
    expect(kept.draft.answers).toEqual(taken)
  })

  it('names what was chosen as it was called where it was chosen', () => {
    const options = [{ value: 'after-release', label: 'Only after the release' }]
    const from = template([
      section([question({ key: 'a', answer: { type: 'picklist', options } })]),
    ])
    const to = template([section([question({ key: 'a', answer: { type: 'text' } })])])
    const one = draft({ a: given({ type: 'picklist', value: 'after-release' }) })
    const said = { answers: { a: { value: { text: 'Only after the release' } } } }
    expect(migrate(one, to, from).draft).toMatchObject(said)
    expect(changeTemplate(one, { from, to, variant: 'standard' })).toMatchObject(said)
  })
})

describe('versions', () => {
  it.each([
    { version: '1.10.0', than: '1.9.9', newer: true },
    { version: '1.0.0', than: '1.0.0', newer: false },
    { version: '1.9.9', than: '2.0.0', newer: false },
  ])('$version is newer than $than: $newer', ({ version, than, newer }) => {
    expect(isNewer(version, than)).toBe(newer)
  })
})
