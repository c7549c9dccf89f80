import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { answersSchema } from '#lib/handoff/answer.ts'
import { merge, mergeFields, mergeValues } from '#lib/handoff/merge-fields.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { tierOf } from '#lib/handoff/redaction.ts'
import { handoffKinds } from '#lib/handoff/template.ts'
import { mayRead, tiers } from '#lib/handoff/tier.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { messagesFor, messageTemplates } from '#lib/templates/messages.ts'
import { ana, ben, given, typed } from '../handoff/builders.ts'

const goal = { ...emptyRow('successCriteria', 's1'), useCase: 'Close', target: '4 days' }
const values = mergeValues(
  {
    template: aeCsm,
    name: 'HO-00001',
    packet: {
      v: 1,
      template: aeCsm,
      variant: 'standard',
      answers: {
        success: given({ type: 'successCriteria', rows: [goal] }),
        'people.politics': typed('Finance against IT'),
      },
    },
    about: {
      opportunityName: 'New business {{customer}}',
      accountName: 'Harbor Foods',
      amount: null,
      currency: 'EUR',
      outgoing: ana,
      incoming: ben,
    },
  },
  'account-team',
)

const fieldsIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)

describe('messages', () => {
  it.each(messageTemplates)('“$name” uses only fields there are', ({ subject, body }) => {
    const known: readonly (string | undefined)[] = mergeFields
    expect(fieldsIn(subject + body).filter((name) => !known.includes(name))).toEqual([])
  })

  it.each(handoffKinds)('introduce the new colleague in a handoff of kind %s', (kind) => {
    expect(messagesFor(kind).map(({ key }) => key)).toContain(`intro-${kind}`)
    expect(messagesFor(kind).map(({ key }) => key)).toContain('pulse')
  })

  it('promise no length for a talk whose length is chosen', () => {
    const agendas = messageTemplates.filter(({ kind }) => kind === 'agenda')
    expect(agendas.map(({ subject }) => subject).join()).not.toContain('minutes')
  })

  it('tell a customer nothing about promises, people or risks', () => {
    const inner = new Set([
      'promises',
      'people',
      'risks',
      'notReopened',
      'openQuestions',
      'actions',
    ])
    const told = messageTemplates.filter(({ toCustomer }) => toCustomer)
    const named = told.flatMap(({ subject, body }) => fieldsIn(subject + body))
    expect(named.filter((name) => inner.has(name ?? ''))).toEqual([])
  })

  it('are filled once, and show what is missing', () => {
    expect(merge('{{incoming}} for {{deal}}: {{risks}} {{nonsense}}', values)).toMatchObject({
      text: 'Ben Bauer for New business {{customer}}: [risks] [nonsense]',
      missing: ['risks', 'nonsense'],
    })
  })

  it('are filled with goals, and never with what their readers may not see', () => {
    expect(values.goals).toBe('- Close: 4 days')
    expect(values.people).not.toContain('Finance against IT')
  })
})

const about = {
  opportunityName: 'Deal',
  accountName: 'Customer',
  amount: null,
  currency: 'EUR',
  outgoing: ana,
  incoming: ben,
}

describe('a message of any kind', () => {
  it('says nothing that its readers may not read, whatever the tiers of the answers are', () => {
    const cases = fc.constantFrom(...builtInTemplates).chain((template) =>
      fc.record({
        template: fc.constant(template),
        chosen: fc.array(fc.option(fc.constantFrom(...tiers), { nil: undefined }), {
          minLength: 200,
          maxLength: 200,
        }),
      }),
    )
    fc.assert(
      fc.property(cases, ({ template, chosen }) => {
        const questions = questionsOf(template)
        const answers = answersSchema.parse(
          Object.fromEntries(
            questions.map(({ key }, at) => {
              const tier = chosen[at]
              const said = typed(`secret-${at}-`)
              return [key, tier ? { ...said, tier } : said]
            }),
          ),
        )
        const packet = { v: 1 as const, template, variant: 'standard' as const, answers }
        for (const { subject, body, toCustomer } of messagesFor(template.kind)) {
          const reader = toCustomer ? 'customer' : 'recipient'
          const filled = mergeValues({ template, name: 'HO-1', packet, about }, reader)
          const text = `${merge(subject, filled).text}${merge(body, filled).text}`
          const told = questions.filter(
            (question, at) =>
              text.includes(`secret-${at}-`) &&
              (!mayRead(
                tierOf(question, answers[question.key]),
                toCustomer ? 'everyone' : 'recipient',
              ) ||
                (toCustomer && question.toCustomer !== true)),
          )
          expect(told).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each(builtInTemplates)(
    'to the customer says nothing of “$name” that is not marked as theirs',
    (own) => {
      const unmarked = {
        ...own,
        sections: own.sections.map((section) => ({
          ...section,
          questions: section.questions.map(({ toCustomer: _, ...question }) => ({
            ...question,
            tier: 'everyone' as const,
          })),
        })),
      }
      const answers = Object.fromEntries(
        questionsOf(unmarked).map(({ key, answer }) => [
          key,
          answer.type === 'successCriteria'
            ? given({ type: 'successCriteria', rows: [{ ...goal, useCase: 'secret' }] })
            : typed('secret'),
        ]),
      )
      const packet = { v: 1 as const, template: unmarked, variant: 'standard' as const, answers }
      const told = mergeValues({ template: unmarked, name: 'HO-1', packet, about }, 'customer')
      expect(JSON.stringify(told)).not.toContain('secret')
      const colleagues = mergeValues(
        { template: unmarked, name: 'HO-1', packet, about },
        'everyone',
      )
      expect(JSON.stringify(colleagues)).toContain('secret')
    },
  )

  it('asks the customer to confirm only what the customer may read', () => {
    const shown = builtInTemplates.flatMap((template) => questionsOf(template))
    expect(
      shown.filter(({ toCustomer, tier }) => toCustomer === true && tier !== 'everyone'),
    ).toEqual([])
  })

  it('tells the customer what was bought, and no price', () => {
    const row = { id: 'p1', name: 'Analytics Pro', quantity: 120, totalPrice: 86_400 }
    const answers = { 'deal.what': given({ type: 'products', rows: [row] }) }
    const packet = { v: 1 as const, template: aeCsm, variant: 'standard' as const, answers }
    const { facts } = mergeValues({ template: aeCsm, name: 'HO-1', packet, about }, 'customer')
    expect(facts).toMatch(/: 120 × Analytics Pro$/)
  })
})
