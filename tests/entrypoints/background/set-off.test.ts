// @vitest-environment node
import { expect, it } from 'vitest'
import { question, section, template } from '../../lib/handoff/builders.ts'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft, ben } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'
import { importTemplate } from '../../../entrypoints/options/import-template.ts'

const text = JSON.stringify(
  template([section([question({ requirements: [] })])], {
    key: 'setting-off',
    declineReasons: [{ code: 'NOT_A_FIT', label: 'Not a fit', goesTo: 'sender' }],
    onStatus: [
      {
        status: 'submitted',
        set: { 'Opportunity.NextStep': '{{incoming}} decides' },
        post: '{{outgoing}} hands {{deal}} over.',
      },
      {
        status: 'declined',
        post: 'Declined: {{deal}}',
        task: {
          subject: 'Talk to {{incoming}}',
          owner: 'outgoing',
          due: { amount: 1, unit: 'business-days' },
        },
      },
    ],
  }),
)

it('what a template lets a status set off comes about with the move, whoever makes it', async () => {
  const { ask, draftKey: other, settled, world, rows } = await anaWithDraft()
  expect(await importTemplate(text, ask)).toMatchObject({ notes: [] })
  await ask('draft.discard', { draftKey: other })
  const { key: draftKey } = valueOf(
    await ask('draft.start', { opportunityId, templateKey: 'setting-off' }),
  )
  const { revision } = valueOf(await ask('draft.change', { draftKey, change: { recipient: ben } }))
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  const deal = `SELECT NextStep FROM Opportunity WHERE Id = '${opportunityId}'`
  expect(rows(deal)).toMatchObject([{ NextStep: `${ben.name} decides` }])
  const posts = () => rows('SELECT Body FROM FeedItem').map((row) => row['Body'])
  expect(posts()).toContain(
    'Ana Ferreira hands Brightwater Logistics – Planning Platform 2027 over.',
  )

  const [{ Id: handoffId } = { Id: '' }] = rows('SELECT Id FROM Handoff__c')
  world.browser.signIn(ben.userId)
  const his = workerInProcess(world)
  await his.ask('template.import', { text })
  const decline = { reasons: ['NOT_A_FIT'], comment: '', questions: [], outcome: 'close' as const }
  valueOf(await his.ask('handoff.decline', { handoffId: String(handoffId), ...decline }))
  await his.settled()
  expect(posts()).toContain('Declined: Brightwater Logistics – Planning Platform 2027')
  expect(rows(`SELECT OwnerId FROM Task WHERE Subject = 'Talk to ${ben.name}'`)).toMatchObject([
    { OwnerId: acmeUsers.ana },
  ])
})
