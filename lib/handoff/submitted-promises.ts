import { derivedKey } from './derived-key.ts'
import type { Draft } from './draft.ts'
import type { Handoff, Packet } from './handoff.ts'
import type { PlannedCommitment } from './plan.ts'
import { isRowStarted } from './row-entry.ts'

function commitmentsOf({ key }: Draft, { answers }: Packet): PlannedCommitment[] {
  const rows = Object.entries(answers).flatMap(([question, answer]) =>
    answer.kind === 'given' && answer.value.type === 'commitments'
      ? answer.value.rows
          .filter((row) => isRowStarted('commitments', row))
          .map((row) => ({ question, row }))
      : [],
  )
  return rows.map(({ question, row }, index) => ({
    key: derivedKey(key, question, row.id),
    position: index + 1,
    row,
  }))
}

interface Sent {
  readonly draft: Draft
  /** The handoff as it was sent before, if it was. */
  readonly handoff?: Handoff | null | undefined
}

/** The promises that the ledger does not hold as they are now: what was sent before stays untouched. */
export function newPromises({ draft, handoff }: Sent, packet: Packet): PlannedCommitment[] {
  const sent = new Set(
    handoff?.packet ? commitmentsOf(draft, handoff.packet).map((one) => JSON.stringify(one)) : [],
  )
  return commitmentsOf(draft, packet).filter((one) => !sent.has(JSON.stringify(one)))
}
