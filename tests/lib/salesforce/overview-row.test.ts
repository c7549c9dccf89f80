import { expect, it } from 'vitest'
import { namesIn } from '#lib/salesforce/names.ts'
import { readOverviewItem } from '#lib/salesforce/overview-row.ts'

it('a handoff tells what the sender and the manager rated, too', () => {
  const item = readOverviewItem(namesIn({}), {
    Status__c: 'Completed',
    Outgoing_Owner__c: '005000000000001AAA',
    Rating_Context__c: 3,
    Rating_Start__c: 4,
    Rating_Manager__c: 5,
  })
  expect(item?.ratings).toEqual({ context: 3, start: 4, manager: 5 })
})

it.each([
  { what: 'is empty', deal: { NextStep: null }, lacks: true },
  { what: 'is written', deal: { NextStep: 'Kickoff' }, lacks: false },
  { what: 'is hidden', deal: {}, lacks: false },
  { what: 'is that of a hidden deal', deal: null, lacks: false },
])('a next step that $what is a lack: $lacks', ({ deal, lacks }) => {
  const item = readOverviewItem(namesIn({}), {
    Status__c: 'Submitted',
    Outgoing_Owner__c: '005000000000001AAA',
    Opportunity__r: deal,
  })
  expect(item?.lacksNextStep).toBe(lacks)
})
