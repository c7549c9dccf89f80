import * as z from 'zod/mini'
import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { keyOf, statusValues } from './handoff-values.ts'
import type { Names } from './names.ts'
import { idAt, instantAt, type SalesforceRecord, textAt } from './record.ts'
import { toldBy } from './told-record.ts'

const texts = z.array(z.string())

const detailsSchema = z.object({
  questions: z.prefault(texts, []),
  reasons: z.optional(texts),
  labels: z.optional(texts),
  milestone: z.optional(z.string()),
  status: z.optional(z.string()),
  meeting: z.optional(instantSchema),
})
type Details = z.infer<typeof detailsSchema>

/** An entry of the log, once for each question that it is about; of a decline once for its reasons. */
export function readEventRecord(
  { event: { fields: own } }: Names,
  record: SalesforceRecord,
): readonly OverviewEvent[] | null {
  const at = instantAt(record, own.happenedAt)
  if (at === null) return null
  const stored = storedIn(textAt(record, own.details))
  const details = detailsSchema.safeParse(stored).data
  const kind = textAt(record, own.kind)
  const entry = {
    ...stepIn(details),
    ...toldBy(kind, stored),
    handoffId: idAt(record, own.handoff),
    kind,
    at,
    toStatus: keyOf(statusValues, textAt(record, own.toStatus)),
  }
  const { questions = [], reasons, labels } = details ?? {}
  if (reasons) return [{ ...entry, question: null, reasons, labels }]
  if (questions.length === 0) return [{ ...entry, question: null }]
  return questions.map((question) => Object.assign({ question }, entry))
}

function storedIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Written by hand: the entry still counts.
  }
}

function stepIn(details: Details | undefined): Pick<OverviewEvent, 'step'> {
  if (details?.milestone === undefined) return {}
  const { milestone: key, status = null, meeting: meetingAt = null } = details
  return { step: { key, status, meetingAt } }
}
