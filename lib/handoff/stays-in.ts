import type { EventKind } from './event.ts'
import type { Status } from './handoff.ts'
import { moveNames, ruleOf } from './lifecycle.ts'

/** Whether something that leaves an entry of that kind, and the status as it is, can be done in a status. */
export function staysIn(kind: EventKind, status: Status): boolean {
  return moveNames.some((name) => {
    const { emits, to, from } = ruleOf(name)
    return emits === kind && to === 'same' && from.includes(status)
  })
}
