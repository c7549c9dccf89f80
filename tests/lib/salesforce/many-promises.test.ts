import { expect, it } from 'vitest'
import { brightwater, callsOf } from './org-in-process.ts'
import { promise, submitted } from './plans.ts'
import { anaSubmitting } from './submitting.ts'

const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({
    ...promise,
    key: `promise-${from + at}`,
    position: from + at + 1,
    row: { ...promise.row, id: `promise-${from + at}` },
  }))

const again = { unmodifiedSince: null, fieldChanges: [], shareWith: [] }
const repeated = [{ ...submitted, operationKey: 'op-2' }]

it('as many promises that were sent before and new ones as five collections hold are written in one call', async () => {
  const { plan, write, rows } = await anaSubmitting()
  const { handoffId } = await write({ ...plan, commitments: many(0, 210) })
  const next = { ...plan, ...again, handoffId, operationKey: 'op-2', events: repeated }
  await write({ ...next, commitments: many(0, 820) })
  expect(rows('SELECT Id FROM Handoff_Commitment__c')).toHaveLength(820)
})

it('more promises than one call takes are refused before anything is sent, in a sentence', async () => {
  const { world, plan, write } = await anaSubmitting()
  callsOf(world)
  await expect(write({ ...plan, commitments: many(0, 1001) })).rejects.toMatchObject({
    kind: 'not-now',
    message: 'These are more promises than Salesforce takes in one step. Leave some out.',
  })
  expect(callsOf(world)).toEqual([])
})

it('more promises than one collection takes are written in one call, and again when they are sent again', async () => {
  const { world, plan, write, rows } = await anaSubmitting()
  const commitments = many(0, 450)
  const { handoffId } = await write({ ...plan, commitments })
  expect(callsOf(world)).toHaveLength(1)
  const kept = () => rows('SELECT Position__c FROM Handoff_Commitment__c ORDER BY Position__c')
  expect(kept().map((row) => row['Position__c'])).toEqual(commitments.map((one) => one.position))
  await write({
    ...plan,
    ...again,
    handoffId,
    operationKey: 'op-2',
    events: repeated,
    commitments: commitments.map((one) => Object.assign({}, one, { position: one.position + 1 })),
  })
  expect(kept().at(-1)).toMatchObject({ Position__c: 451 })
})

it('promises are read in the order in which they stand in the packet, whenever each was written', async () => {
  const { world, plan, write, gateway } = await anaSubmitting()
  const { handoffId } = await write({ ...plan, commitments: many(1, 3) })
  const commitments = many(0, 3)
  await write({ ...plan, ...again, handoffId, operationKey: 'op-2', events: repeated, commitments })
  const [handoff] = (await gateway.context(world.org, brightwater)).handoffs
  expect(handoff?.commitments?.map(({ key }) => key)).toEqual([
    'promise-0',
    'promise-1',
    'promise-2',
  ])
})
