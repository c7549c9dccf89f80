import * as z from 'zod/mini'
import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import { keyOf, statusValues } from './handoff-values.ts'
import type { Names } from './names.ts'
import { idAt, instantAt, type SalesforceRecord, textAt } from './record.ts'

const detailsSchema = z.object({ questions: z.prefault(z.array(z.string()), []) })

/** An entry of the log, once for each question that it is about. */
export function readEventRecord(
  { event: { fields: own } }: Names,
  record: SalesforceRecord,
): readonly OverviewEvent[] | null {
  const at = instantAt(record, own.happenedAt)
  if (at === null) return null
  const entry = {
    handoffId: idAt(record, own.handoff),
    kind: textAt(record, own.kind),
    at,
    toStatus: keyOf(statusValues, textAt(record, own.toStatus)),
  }
  const questions = questionsIn(textAt(record, own.details))
  if (questions.length === 0) return [{ ...entry, question: null }]
  return questions.map((question) => Object.assign({ question }, entry))
}

function questionsIn(details: string): readonly string[] {
  try {
    return detailsSchema.safeParse(JSON.parse(details)).data?.questions ?? []
  } catch {
    return [] // Written by hand: the entry still counts.
  }
}
