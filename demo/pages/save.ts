import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import * as z from 'zod'
import type { Org } from '../org/org.ts'
import type { Desk } from './desk.ts'
import { deskOf } from './desk-of.ts'

const fieldsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** Saves what the edit dialog sends; answers with what Salesforce has against it, if anything. */
export async function saveRecord(org: Org, context: Context): Promise<Response> {
  const id = context.req.param('id') ?? ''
  return answer(org, context, async (desk) => {
    const problems = desk.save(id, fieldsSchema.parse(await context.req.json()))
    return { problems, id }
  })
}

/** Makes a record from what the dialog sends. */
export async function createRecord(org: Org, context: Context): Promise<Response> {
  const object = context.req.param('object') ?? ''
  return answer(org, context, async (desk) =>
    desk.create(object, fieldsSchema.parse(await context.req.json())),
  )
}

type Doing = (desk: Desk) => Promise<{ readonly problems: readonly unknown[] }>

/** Only the pages of the same host may save: other sites' requests carry the cookie as well. */
async function answer(org: Org, context: Context, doing: Doing): Promise<Response> {
  const userId = org.sessionOf(getCookie(context, 'sid') ?? '')?.userId
  const isOwn = context.req.header('Sec-Fetch-Site') === 'same-origin'
  if (userId === undefined || !isOwn)
    return context.json({ problems: [{ message: 'Sign in again.' }] }, 403)
  const done = await doing(deskOf(org, userId))
  return context.json(done, done.problems.length === 0 ? 200 : 400)
}
