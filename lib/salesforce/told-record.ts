import * as z from 'zod/mini'
import { customerOutcomeSchema } from '#lib/handoff/customer-outcome.ts'
import { frictionSchema } from '#lib/handoff/friction.ts'
import type { Told } from '#lib/handoff/told.ts'
import { traceSchema } from '#lib/handoff/trace.ts'

const coverage = z.number().check(z.gte(0), z.lte(100))
const texts = z.array(z.string())

/** A reader of what details say where they have that shape. */
const reader =
  <Read>(schema: z.ZodMiniType<Read>, told: (read: Read) => Told) =>
  (details: unknown): Told => {
    const { success, data } = schema.safeParse(details)
    return success ? told(data) : {}
  }

const covered = reader(z.object({ coverage }), (read) => ({ coverage: read.coverage / 100 }))
const blank = reader(z.object({ blank: texts }), (read) => read)
const unread = reader(z.object({ unread: texts }), (read) => read)
const fills = reader(z.object({ fills: z.string() }), (read) => read)

/** By the kind of the entry, what is read from its details. */
const readers: Readonly<Record<string, readonly ((details: unknown) => Told)[]>> = {
  Submitted: [covered, blank],
  Resubmitted: [covered, blank],
  Accepted: [covered, unread],
  Commented: [fills],
  Friction_Reported: [reader(frictionSchema, (friction) => ({ friction }))],
  Outcome_Recorded: [reader(customerOutcomeSchema, (outcome) => ({ outcome }))],
  Trouble_Traced: [reader(traceSchema, (trace) => ({ trace }))],
}

/** What an entry of that kind says beside what happened; nothing where its details were written by hand. */
export const toldBy = (kind: string, details: unknown): Told =>
  Object.assign({}, ...(readers[kind] ?? []).map((read) => read(details)))
