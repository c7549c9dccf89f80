import * as z from 'zod/mini'
import type { Plan } from '#lib/handoff/plan.ts'
import type { Entry } from '#lib/sync/entry.ts'
import { enqueue } from '#lib/sync/outbox.ts'
import { acmeUsers, brightwater, type Fault, gatewayTo } from '../salesforce/org-in-process.ts'
import { anaSubmitting } from '../salesforce/submitting.ts'
import { newDisk } from '../storage/fresh-database.ts'
import { anEntry, worker } from './desk.ts'

/** Ana's computer in front of the acme org, with her handoff of Brightwater to send. */
export async function anaSending() {
  const world = await anaSubmitting()
  const disk = newDisk()
  const { org } = world.world
  const deal = world.world.demo
    .as(acmeUsers.ana)
    .query(`SELECT NextStep, OwnerId FROM Opportunity WHERE Id = '${brightwater}'`)[0]
  const [change] = world.plan.fieldChanges
  const before = String(deal?.['NextStep'])
  const plan: Plan = { ...world.plan, fieldChanges: change ? [{ ...change, before }] : [] }
  const entry: Entry = {
    ...anEntry(),
    host: org.apiHost,
    plan,
    seen: {
      'Opportunity.OwnerId': String(deal?.['OwnerId']),
      'Opportunity.Owner.Name': 'Ana Ferreira',
      'Opportunity.Handoff_Status__c': null,
    },
  }
  /** A worker of this computer; a killed one is simply left alone. */
  const newWorker = () => {
    const made = worker(gatewayTo(world.world).gateway, disk)
    made.clock.now = world.world.clock.now
    return made
  }
  const begun = newWorker()
  await enqueue(begun.ports, entry, null)
  const countOf = (object: string) => world.rows(`SELECT Id FROM ${object}`).length
  return { ...world, ...begun, newWorker, countOf, entryKey: entry.operationKey }
}

/** The request arrives and is carried out, but its answer is lost. */
export const answerLost: Fault = async (request, pass) => {
  await pass(request)
  throw new TypeError('connection reset')
}

/** The request never arrives. */
export const requestLost: Fault = async () => {
  throw new TypeError('connection refused')
}

/** The request arrives, and nobody lives to hear the answer. */
export const killedAfter: Fault = async (request, pass) => {
  await pass(request)
  return new Promise(() => undefined)
}

/** Nobody lives to see the request arrive. */
export const killedBefore: Fault = () => new Promise(() => undefined)

/** A login page in Salesforce's place, with 200. */
export const loginPage: Fault = async () =>
  new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })

/** The request is carried out, and an answer comes that is cut off. */
export const answerCut: Fault = async (request, pass) => {
  const text = await (await pass(request)).text()
  const headers = { 'content-type': 'application/json' }
  return new Response(text.slice(0, text.length / 2), { headers })
}

/** The request is carried out twice, as by a proxy that repeats it. */
export const twice: Fault = async (request, pass) => {
  await pass(request.clone())
  return pass(request)
}

/** Salesforce refuses one part of the transaction, and with it all the others. */
export const refusedFor =
  (culprit: string): Fault =>
  async (request) => {
    const { compositeRequest } = askedSchema.parse(await request.json())
    const compositeResponse = compositeRequest.map(({ referenceId }) => ({
      referenceId,
      httpStatusCode: 400,
      httpHeaders: {},
      body: [referenceId === culprit ? ruleBroken : rolledBack],
    }))
    return Response.json({ compositeResponse })
  }

const askedSchema = z.object({ compositeRequest: z.array(z.object({ referenceId: z.string() })) })

const ruleBroken = {
  errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  message: 'Region is missing',
  fields: ['Region__c'],
}
const rolledBack = {
  errorCode: 'PROCESSING_HALTED',
  message:
    'The transaction was rolled back since another operation in the same transaction failed.',
}
