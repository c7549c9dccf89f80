import * as z from 'zod/mini'
import { customerOutcomeSchema } from '#lib/handoff/customer-outcome.ts'
import type { Told } from '#lib/handoff/told.ts'
import { traceSchema } from '#lib/handoff/trace.ts'

const coverageSchema = z.object({ coverage: z.number().check(z.gte(0), z.lte(100)) })

/** By the kind of the entry, what is read from its details. */
const readers: Readonly<Record<string, (details: unknown) => Told>> = {
  Submitted: coverageIn,
  Resubmitted: coverageIn,
  Accepted: coverageIn,
  Outcome_Recorded: (details) => {
    const { data: outcome } = customerOutcomeSchema.safeParse(details)
    return outcome ? { outcome } : {}
  },
  Trouble_Traced: (details) => {
    const { data: trace } = traceSchema.safeParse(details)
    return trace ? { trace } : {}
  },
}

function coverageIn(details: unknown): Told {
  const { data } = coverageSchema.safeParse(details)
  return data ? { coverage: data.coverage / 100 } : {}
}

/** What an entry of that kind says of the time after; nothing where its details were written by hand. */
export const toldBy = (kind: string, details: unknown): Told => readers[kind]?.(details) ?? {}
