// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { compilePattern } from '#lib/handoff/linear-regex.ts'
import { MOST_ROWS, tooManyRows } from '#lib/handoff/pasted-rows.ts'
import { templateJson } from '#lib/handoff/template-text.ts'
import { templateSchema } from '#lib/handoff/template.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { anaWithDraft } from '../entrypoints/background/people-at-work.ts'

/** Milliseconds that some work takes, the best of five: only ever compared with other work of the same run. */
function timeOf(work: () => unknown): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

/** Lists inside lists, and how many of them were looked into. */
function nested(depth: number) {
  const seen = { levels: 0 }
  const level = (inner: unknown) =>
    new Proxy([inner], {
      get: (target, key, receiver) => {
        seen.levels += 1
        return Reflect.get(target, key, receiver)
      },
    })
  let deep: unknown = []
  for (let at = 0; at < depth; at += 1) deep = level(deep)
  return { deep, seen }
}

describe('far too much', () => {
  it('nesting is refused by its outermost levels', () => {
    for (const put of [(deep: unknown) => deep, (sections: unknown) => ({ ...aeCsm, sections })]) {
      const { deep, seen } = nested(10_000)
      expect(templateSchema.safeParse(put(deep)).success).toBe(false)
      expect(seen.levels).toBeLessThan(50)
    }
  })

  it.each([
    '[' + '"a\\'.repeat(16_000),
    '"' + '\\"'.repeat(20_000),
    '"' + '\\"'.repeat(20_000) + '\\',
  ])(
    'of a text that never ends is no template, in no more time than one that does: %#',
    (endless) => {
      const sound = JSON.stringify(['"'.repeat(endless.length / 2)])
      expect(templateJson(endless)).toHaveProperty('fault')
      const most = 20 * timeOf(() => templateJson(sound)) + 5
      expect(timeOf(() => templateJson(endless))).toBeLessThan(most)
    },
  )

  it('nesting of conditions is no template, and exhausts no stack', async () => {
    const never = '{"when":"not","of":'.repeat(10_000)
    const appliesWhen = `${never}{"when":"always"}${'}'.repeat(10_000)}`
    const text = JSON.stringify({ ...aeCsm, key: 'deep', appliesWhen: 0 }).replace(
      '"appliesWhen":0',
      `"appliesWhen":${appliesWhen}`,
    )
    const { ask, browser, office } = await anaWithDraft()
    expect(await ask('template.import', { text })).toEqual({
      outcome: 'faulty',
      problems: [{ path: '', sentence: 'Too much stands inside each other here.' }],
    })
    Object.assign(browser.managed, { templates: [{ template: text }] })
    expect((await office.shelf.known()).all.map(({ template }) => template.key)).not.toContain(
      'deep',
    )
  })

  it('rows are not made of a list, and nothing is read but its lines', () => {
    const text = '- a promise\n'.repeat(100_000)
    expect(tooManyRows(text)).toMatch(/^This has 100,000 lines, and 500 rows are the most/)
    expect(tooManyRows('- a promise\n'.repeat(MOST_ROWS))).toBeNull()
    expect(timeOf(() => tooManyRows(text))).toBeLessThan(
      20 * timeOf(() => text.split('\n').filter((line) => line.trim() !== '')),
    )
  })

  it('text is kept on this computer, and not sent: one sentence says so', async () => {
    const { ask, draftKey, revision } = await anaWithDraft()
    const by = { userId: '005Hs00000006RMIAY', name: 'Ana Ferreira' }
    const answered = await ask('draft.answer', {
      draftKey,
      question: 'why.us',
      answer: {
        kind: 'given',
        value: { type: 'text', text: 'x'.repeat(10_000_000) },
        provenance: { from: 'typed' },
        evidence: [],
        by,
        at: '2026-11-23T12:00:00.000Z',
      },
    })
    expect(answered.outcome).toBe('ok')
    const sent = await ask('handoff.submit', { draftKey, revision: revision + 1 })
    expect(sent).toMatchObject({ outcome: 'trouble', trouble: { kind: 'not-now' } })
  })
})

describe('a pattern', () => {
  const text = 'a'.repeat(100_000)

  it.each(['(a+)+$', '(a|aa)+$', '(.*a){20}$', '([a-z]+)*[0-9]$', '(.*a){40}.{300}'])(
    '%s takes 100,000 characters in some few times what the plainest pattern takes',
    (source) => {
      const plain = compilePattern('a*')
      const hostile = compilePattern(source)
      const tried = () => {
        try {
          return String(hostile(text))
        } catch (error) {
          return String(error)
        }
      }
      expect(tried()).toMatch(/^(true|false|Error: its pattern takes too long on this text)$/)
      expect(timeOf(tried)).toBeLessThan(40 * timeOf(() => plain(text)))
    },
  )
})
