import { describe, expect, it } from 'vitest'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { planDecline } from '#lib/handoff/decision.ts'
import { effectsInWords, setOff } from '#lib/handoff/set-off.ts'
import { checkTemplate } from '#lib/handoff/template-check.ts'
import { fieldNotes } from '#lib/handoff/template-fields.ts'
import type { Effect, Template } from '#lib/handoff/template.ts'
import { ana, ben, handoff, mara, NOW, question, section, template } from './builders.ts'

const whole: Effect = {
  status: 'declined',
  set: { 'Opportunity.NextStep': 'Mend the handoff to {{incoming}}', 'Opportunity.Back__c': true },
  post: '{{incoming}} has declined {{deal}} on {{today}}.',
  task: {
    subject: 'Talk to {{outgoing}} about {{customer}}',
    owner: 'manager',
    due: { amount: 2, unit: 'business-days' },
  },
}
const reasons: Partial<Template> = {
  declineReasons: [{ code: 'NOT_A_FIT', label: 'Not a fit', goesTo: 'sender' }],
}
const withOnly = (onStatus: readonly Effect[]) =>
  template([section([question()])], { ...reasons, onStatus: [...onStatus] })

const about = {
  between: handoff({ status: 'submitted' }),
  calendar: plainCalendar('UTC'),
  now: NOW,
  mayEdit: true,
}

function declined(onStatus: readonly Effect[], over: Parameters<typeof handoff>[0] = {}) {
  const between = handoff({ status: 'submitted', ...over })
  const planned = planDecline(between, withOnly(onStatus), {
    operationKey: 'op',
    actor: ben,
    role: 'incoming',
    now: NOW,
    reasons: ['NOT_A_FIT'],
    comment: '',
    questions: [],
    outcome: 'close',
  })
  const calendar = plainCalendar('UTC')
  const made = setOff(planned, withOnly(onStatus), { between, calendar })
  if (made.outcome === 'refused') throw new Error(made.because)
  return made.plan
}

describe('what a template lets a new status set off', () => {
  it('is set in the deal, posted on it and given to somebody as a task', () => {
    const { opportunityName, accountName } = handoff()
    expect(declined([whole], { manager: mara }).effects).toEqual({
      fields: { NextStep: `Mend the handoff to ${ben.name}`, Back__c: true },
      posts: [`${ben.name} has declined ${opportunityName} on 2026-03-10.`],
      tasks: [
        {
          subject: `Talk to ${ana.name} about ${accountName}`,
          description: expect.stringContaining(opportunityName),
          owner: mara,
          day: '2026-03-12',
          remindAt: '2026-03-11T09:00:00.000Z',
          on: 'handoff',
        },
      ],
    })
  })

  it('is said before it is done', () => {
    expect(declined([whole], { manager: mara }).inWords).toEqual(
      expect.arrayContaining([
        `Opportunity › Next Step is set to “Mend the handoff to ${ben.name}”.`,
        expect.stringContaining('is posted on the opportunity'),
        expect.stringContaining(`${mara.name} gets the task`),
      ]),
    )
  })

  it('is said with what it takes the place of, and once for each field', () => {
    const again: Effect = { status: 'declined', set: { 'Opportunity.NextStep': 'Call Dana' } }
    const fields = { 'Opportunity.NextStep': 'Send the offer', 'Opportunity.Back__c': true }
    const labels = { 'Opportunity.NextStep': 'Nächster Schritt' }
    const said = effectsInWords(withOnly([whole, again]), 'declined', {
      ...about,
      deal: { fields },
      labels,
    })
    expect(said.filter((sentence) => sentence.startsWith('Opportunity'))).toEqual([
      'Opportunity › Nächster Schritt changes from “Send the offer” to “Call Dana”.',
    ])
    expect(effectsInWords(withOnly([whole]), 'accepted', about)).toEqual([])
  })

  it('is said to stay away from a deal that whoever moves the handoff may not edit', () => {
    const said = effectsInWords(withOnly([whole]), 'declined', { ...about, mayEdit: false })
    expect(said).toEqual([
      'You may not edit the opportunity: the handoff status that it shows stays as it is, and so do Next Step and Back.',
      expect.stringContaining('is posted on the opportunity'),
      expect.stringContaining('gets the task'),
    ])
    expect(effectsInWords(withOnly([]), 'accepted', { ...about, mayEdit: false })).toEqual([
      'You may not edit the opportunity: the handoff status that it shows stays as it is.',
    ])
  })

  it('is the sender’s task where no manager is named', () => {
    expect(declined([whole], { manager: null }).effects?.tasks[0]?.owner).toEqual(ana)
  })

  it('does not come about with another status', () => {
    expect(declined([{ ...whole, status: 'accepted' }]).effects).toBeUndefined()
  })

  it('adds up where several stand for one status, the last of one field counting', () => {
    const again: Effect = { status: 'declined', set: { 'Opportunity.NextStep': null } }
    expect(declined([whole, again]).effects?.fields).toEqual({ NextStep: null, Back__c: true })
  })
})

const problemsOf = (effect: Effect) => {
  const checked = checkTemplate(withOnly([effect]))
  return checked.outcome === 'faulty' ? checked.problems : []
}

describe('an effect that could never come about', () => {
  it.each([
    ['Account.Name', /^Only fields of the opportunity/],
    ['Opportunity.Account.Name', /^Only fields of the opportunity/],
    ['Opportunity.OwnerId', /“transfer”/],
  ])('is found: %s', (field, sentence) => {
    const path = expect.stringMatching(/^onStatus\[0\]\.set/)
    expect(problemsOf({ status: 'accepted', set: { [field]: 'x' } })).toEqual([
      { path, sentence: expect.stringMatching(sentence) },
    ])
  })

  it('is one with words in braces that mean nothing', () => {
    expect(problemsOf({ ...whole, post: 'Hello {{recipient}}' })).toEqual([
      { path: 'onStatus[0].post', sentence: expect.stringContaining('{{incoming}}') },
    ])
  })

  it('is a task that is due before', () => {
    const task = { subject: 'x', owner: 'outgoing', due: { amount: -1, unit: 'days' } } as const
    expect(problemsOf({ status: 'accepted', task })).toEqual([
      { path: 'onStatus[0].task.due.amount', sentence: 'No clock runs backwards.' },
    ])
  })

  it('is noted where the org lacks the field, or does not let the user change it', () => {
    const types = { 'Opportunity.NextStep': 'string' }
    const notes = fieldNotes(withOnly([whole]), { types, locked: ['Opportunity.NextStep'] })
    expect(notes.map(({ sentence }) => sentence)).toEqual([
      'There is no field Opportunity.Back__c here that you may see.',
      expect.stringMatching(/^Opportunity\.NextStep is not set/),
    ])
  })
})
