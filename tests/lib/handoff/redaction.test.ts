import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerSchema } from '#lib/handoff/answer.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import { fullBrief } from '#lib/handoff/brief.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { redact, tierOf, withheldFrom } from '#lib/handoff/redaction.ts'
import { summary } from '#lib/handoff/summary.ts'
import { teachBackPrompts } from '#lib/handoff/teach-back.ts'
import type { Template } from '#lib/handoff/template.ts'
import { mayRead, tiers } from '#lib/handoff/tier.ts'
import type { Tier } from '#lib/handoff/tier.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { given, typed } from './builders.ts'
import { briefSources } from './packet-arbitrary.ts'

const SECRET = 'zzsecretzz'

/** The answer with a secret in every text a person can write in it. */
function withSecrets(answer: Answer): Answer {
  const marked = JSON.stringify(answer, (key, value: unknown) => {
    const isWords = typeof value === 'string' && words.has(key) && !choices.has(value)
    return isWords ? `${value} ${SECRET}` : value
  })
  return answerSchema.parse(JSON.parse(marked))
}

const choices = new Set(['outgoing', 'incoming', 'other'])
const words = new Set(
  'text why who note quote title name words toWhom byWhom source objection raisedBy handled resonated threat useCase metric baseline target risk mitigation owner label moment decision reason task style channel cadence taboos'.split(
    ' ',
  ),
)

function secretsAtNarrower(template: Template, answers: Record<string, Answer>, reader: Tier) {
  const questions = new Map(questionsOf(template).map((question) => [question.key, question]))
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => {
      const hidden = !mayRead(tierOf(questions.get(key), answer), reader)
      return [key, hidden ? withSecrets(answer) : answer]
    }),
  )
}

describe('redaction', () => {
  it('never shows text of a narrower tier, in the packet or in anything made from it', () => {
    fc.assert(
      fc.property(briefSources, fc.constantFrom(...tiers), (source, reader) => {
        const { template, packet } = source
        const answers = secretsAtNarrower(template, packet.answers, reader)
        const marked = { ...source, packet: { ...packet, answers } }
        const shown = [
          JSON.stringify(redact(marked.packet, template, reader)),
          summary(marked, reader),
          JSON.stringify(fullBrief(marked, reader)),
          JSON.stringify(teachBackPrompts(marked, reader)),
          JSON.stringify(fullBrief({ ...source, previous: marked }, reader)),
        ]
        expect(shown.filter((text) => text.includes(SECRET))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    { reader: 'me', sees: ['answer', 'style'] },
    { reader: 'recipient', sees: ['answer', 'style'] },
    { reader: 'account-team', sees: ['answer'] },
    { reader: 'everyone', sees: [] },
  ] as const)('shows the reader “$reader” $sees of a list of people', ({ reader, sees }) => {
    const person = { ...emptyRow('people', 'p1'), name: 'Dana Cole', style: 'Hates slides' }
    const answers = {
      'people.style': given({ type: 'people', rows: [person] }, { tier: 'account-team' }),
    }
    const packet = { v: 1, template: aeCsm, variant: 'standard', answers } as const
    const text = JSON.stringify(redact(packet, aeCsm, reader).answers)
    const seen = [
      ...(text.includes('Dana Cole') ? ['answer'] : []),
      ...(text.includes('Hates slides') ? ['style'] : []),
    ]
    expect(seen).toEqual(sees)
  })

  it('keeps answers to questions it does not know for their author', () => {
    const answers = { 'gone.question': typed('Old words') }
    expect(withheldFrom(aeCsm, answers, 'recipient')).toEqual(['gone.question'])
    expect(withheldFrom(aeCsm, answers, 'me')).toEqual([])
  })

  it('follows the tier that the author chose for one answer', () => {
    const answers = { 'why.pain': given({ type: 'text', text: 'Secret' }, { tier: 'me' }) }
    expect(withheldFrom(aeCsm, answers, 'recipient')).toEqual(['why.pain'])
  })
})
