// @vitest-environment node
import { expect, it } from 'vitest'
import { acmeUsers } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

it.each([
  { what: 'that its owner has renamed', change: { Subject: 'Call Ana back' } },
  {
    what: 'of an earlier version, which says so in its subject alone',
    change: { Description: '' },
  },
])('a task $what is done with the decision that it reminds of', async ({ change }) => {
  const { ask, ana, settled, handoffId, rows, world } = await benWithHandoff()
  world.browser.signIn(acmeUsers.ana)
  valueOf(await ana.ask('handoff.remind', { handoffId, words: 'Soon?' }))
  await ana.settled()
  const reminding = () =>
    rows(`SELECT Id, IsClosed, Description FROM Task WHERE WhatId = '${handoffId}'`)
  const [task] = reminding()
  world.demo.as(ben.userId).update('Task', String(task?.['Id']), change)
  world.browser.signIn(ben.userId)
  const declining = { reasons: ['CAPACITY'], comment: 'No room', questions: [] }
  valueOf(await ask('handoff.decline', { handoffId, ...declining }))
  await settled()
  expect(reminding()).toMatchObject([{ Id: task?.['Id'], IsClosed: true }])
})
