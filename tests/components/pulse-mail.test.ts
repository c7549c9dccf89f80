import { expect, it } from 'vitest'
import { pulseMail } from '#components/packet/pulse-mail.ts'
import type { Answers } from '#lib/handoff/answer.ts'
import { noContact } from '#lib/handoff/no-contact.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ana, ben, given } from '../lib/handoff/builders.ts'

const about = {
  opportunityName: 'New business',
  accountName: 'Harbor Foods',
  amount: null,
  currency: 'EUR',
  outgoing: ana,
  incoming: ben,
}
const bodyFor = (answers: Answers) =>
  pulseMail({
    template: aeCsm,
    name: 'HO-00001',
    packet: { v: 1, template: aeCsm, variant: 'standard', answers },
    about,
  })?.body.text.split('\n')[0]
const named = (name: string) => given({ ...noContact, name })

it('the three questions to the customer greet the champion, else whoever else is named, else nobody', () => {
  const sponsor = { 'people.sponsor': named('Lee Park') }
  expect(bodyFor({ ...sponsor, 'people.champion': named('Dana Cole') })).toBe('Hello Dana Cole,')
  expect(bodyFor(sponsor)).toBe('Hello Lee Park,')
  expect(bodyFor({ 'people.sponsor': named(' ') })).toBe('Hello,')
})
