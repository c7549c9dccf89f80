import { Refusal } from './refusal.ts'
import type { Writer } from './writer.ts'

/** The refusal of a change to a record one may only read. */
export function insufficientAccess({ state }: Writer): Refusal {
  const message = 'insufficient access rights on object id'
  const entry = { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message, fields: [] }
  return new Refusal(state.file.switches.insufficientAccessStatus, [entry])
}
