import { expect, it } from 'vitest'
import { isOutOfSight } from '#lib/handoff/out-of-sight.ts'

const says = (status: string | null, path = 'Opportunity.Handoff_Status__c') => ({
  fields: { [path]: status },
})

it.each([
  ['a deal says that it is being handed over, and no handoff is seen', says('Submitted'), [], true],
  [
    'its package has a namespace',
    says('Accepted', 'Opportunity.segue__Handoff_Status__c'),
    [],
    true,
  ],
  ['only an older handoff is seen', says('In_Transition'), [{ status: 'completed' }], true],
  ['the handoff is seen', says('Submitted'), [{ status: 'clarification' }], false],
  ['the handoff is over', says('Cancelled'), [], false],
  ['the deal was never handed over', says(null), [], false],
  ['another field says so', says('Submitted', 'Opportunity.Approval__c'), [], false],
] as const)('a handoff is out of sight or not where %s', (_, deal, handoffs, expected) => {
  expect(isOutOfSight(deal, handoffs)).toBe(expected)
})
