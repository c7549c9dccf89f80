import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerLines } from '#lib/handoff/answer-lines.ts'
import { answersSchema } from '#lib/handoff/answer.ts'
import { createAssessor } from '#lib/handoff/assessor.ts'
import { calendarOf } from '#lib/handoff/business-time.ts'
import { assess } from '#lib/handoff/completeness.ts'
import { isAsked } from '#lib/handoff/demand.ts'
import { draftOfPacket } from '#lib/handoff/draft-of-packet.ts'
import { foreseen } from '#lib/handoff/foreseen.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import { refresh } from '#lib/handoff/freshness.ts'
import { migrate } from '#lib/handoff/migrate.ts'
import { packetOf } from '#lib/handoff/packet.ts'
import { prefill, questionsOf } from '#lib/handoff/prefill.ts'
import { redactAnswers, tierOf } from '#lib/handoff/redaction.ts'
import { betweenOf, setOff } from '#lib/handoff/set-off.ts'
import { importNotes } from '#lib/handoff/import-notes.ts'
import { knownTemplates, soundTemplate } from '#lib/handoff/shelf.ts'
import { shelving } from '#lib/handoff/shelving.ts'
import { planSubmission } from '#lib/handoff/submission.ts'
import { summary } from '#lib/handoff/summary.ts'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import { mayRead, tiers } from '#lib/handoff/tier.ts'
import { anyDeals } from './any-deal.ts'
import { ana, ben, draft, handoff, mara, NOW } from './builders.ts'
import { answersTo } from './packet-arbitrary.ts'
import { wholeTemplates } from './whole-template.ts'

const sound = wholeTemplates.filter((template) => checkTemplate(template).outcome === 'sound')

/** A template, what was answered to it in one of its variants, and the deal. */
const filled = sound.chain((template) =>
  fc.record({
    template: fc.constant(template),
    answers: answersTo(template),
    variant: fc.constantFrom(...template.variants),
    deal: anyDeals,
  }),
)
const runs = { numRuns: 25 }
const anywhere = { types: {}, locked: [] }

describe('any template of one’s own', () => {
  it('is taken when it is imported, and again when it was saved from there, with the same notes', async () => {
    await fc.assert(
      fc.asyncProperty(sound, async (template) => {
        const text = JSON.stringify(template)
        const taken = await shelving(text, knownTemplates({ builtIn: [], shelved: [] }), anywhere)
        expect(taken).toMatchObject({ outcome: 'fit', template })
        const notes = await importNotes(template, { org: anywhere, templates: [template] })
        const row = { text, status: template.status, from: 'import' as const, at: NOW }
        const known = knownTemplates({ builtIn: [], shelved: [row] })
        const saved = JSON.stringify(known.of(template), null, 2)
        expect(await shelving(saved, known, anywhere)).toEqual(taken)
        const again = soundTemplate(saved) ?? template
        expect(await importNotes(again, { org: anywhere, templates: [again] })).toEqual(notes)
      }),
      runs,
    )
  })

  it('begins with answers of any deal that are such as its questions take, and stay the same while the deal does', async () => {
    await fc.assert(
      fc.asyncProperty(filled, async ({ template, answers, deal }) => {
        const previous = { handoffId: 'a00000000000001AAA', name: 'HO-00001', answers, template }
        const options = { by: ana, at: NOW, previous }
        const read = prefill(template, deal, options)
        expect(answersSchema.parse(read)).toEqual(read)
        expect(refresh(template, read, { deal, ...options })).toEqual(read)
        const formulas = await formulasFor(template, undefined)
        const { findings, score } = assess(template, draft(read), { deal, now: NOW, formulas })
        expect(findings.map(({ rule }) => rule)).not.toContain('unfit')
        expect(findings.map(({ rule }) => rule)).not.toContain('broken-formula')
        expect([score >= 0, score <= 1]).toEqual([true, true])
      }),
      runs,
    )
  })

  it('judges a draft as before once what was written is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(filled, async ({ template, answers, variant, deal }) => {
        const formulas = await formulasFor(template, undefined)
        const facts = { deal, now: NOW, formulas }
        const begun = draft(prefill(template, deal, { by: ana, at: NOW }), { variant })
        const assessor = createAssessor(template)
        const before = assessor(begun, facts)
        for (const [key, answer] of Object.entries(answers))
          assessor({ ...begun, answers: { ...begun.answers, [key]: answer } }, facts)
        expect(assessor({ ...begun, answers: { ...begun.answers } }, facts)).toEqual(before)
      }),
      runs,
    )
  })

  it('keeps every word of a draft under another version, and has it back under its own', () => {
    fc.assert(
      fc.property(filled, sound, ({ template, answers, variant }, other) => {
        const to = { ...other, key: template.key }
        const there = migrate(draft(answers, { variant }), to, template)
        expect(to.variants).toContain(there.draft.variant)
        expect(Object.keys(there.draft.answers)).toHaveLength(Object.keys(answers).length)
        const back = migrate(there.draft, template, to)
        const same = Object.keys(answers).filter((key) => !there.converted.includes(key))
        for (const key of same) expect(back.draft.answers[key]).toEqual(answers[key])
      }),
      runs,
    )
  })
})

describe('a handoff by any template of one’s own', () => {
  const odd = /undefined|NaN|\[object|Invalid/
  type Filled = typeof filled extends fc.Arbitrary<infer One> ? One : never

  async function sentWith({ template, answers, variant, deal }: Filled) {
    const one = draft(answers, { variant, bypass: { reason: 'In time', manager: mara } })
    const formulas = await formulasFor(template, undefined)
    const assessment = assess(template, one, { deal, now: NOW, formulas })
    const calendar = calendarOf(deal.timeZone ?? 'UTC')
    const about = { template, draft: one, deal, actor: ana, handoff: null, calendar, now: NOW }
    const planned = planSubmission({
      ...about,
      assessment: { ...assessment, canSubmit: true },
      operationKey: 'op-1',
      dueAt: null,
      transition: foreseen({ ...about, formulas }),
    })
    const whole = setOff(planned, template, { between: betweenOf(about), calendar, deal })
    if (whole.outcome === 'refused') throw new Error(whole.because)
    return { one, plan: whole.plan }
  }

  it('sends what the recipient may read and nothing else, and says in sentences what comes about', async () => {
    await fc.assert(
      fc.asyncProperty(filled, async (about) => {
        const { template, answers, variant, deal } = about
        const { one, plan } = await sentWith(about)
        const sent = Object.keys(plan.packet?.answers ?? {})
        const open = questionsOf(template).filter(({ key }) => answers[key] !== undefined)
        const theirs = open.filter((each) => mayRead(tierOf(each, answers[each.key]), 'recipient'))
        expect(sent.toSorted()).toEqual(theirs.map(({ key }) => key).toSorted())
        expect(plan.inWords.filter((said) => said.trim() === '' || odd.test(said))).toEqual([])
        const written = new Set(plan.fieldChanges.map(({ question }) => question))
        for (const each of open.filter(({ key }) => written.has(key))) {
          expect(mayRead(tierOf(each, answers[each.key]), 'account-team')).toBe(true)
          expect(isAsked(each, { variant })).toBe(true)
        }
        const packet = packetOf(template, one)
        const back = draftOfPacket({ ...handoff(), packet }, deal, {})
        expect(packetOf(template, back)).toEqual(packet)
      }),
      runs,
    )
  })

  it('is told to each circle with every line that it may read', () => {
    fc.assert(
      fc.property(filled, fc.constantFrom(...tiers), ({ template, answers, variant }, reader) => {
        const packet = { v: 1 as const, template, variant, answers }
        const between = { outgoing: ana, incoming: ben, amount: null, currency: 'EUR' }
        const about = { opportunityName: 'New business', accountName: 'Harbor Foods', ...between }
        const text = summary({ template, packet, name: 'HO-1', about }, reader)
        const seen = redactAnswers(template, answers, reader)
        const lines = questionsOf(template)
          .flatMap((each) => answerLines(each, seen[each.key]))
          .flatMap((line) => line.text.split('\n'))
        for (const line of lines) expect(text).toContain(line)
      }),
      runs,
    )
  })
})
