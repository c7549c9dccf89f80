import type { Status } from './handoff.ts'

/** Whether somebody still has to decide. */
export function isUndecided({ status }: { readonly status: Status }): boolean {
  return status === 'submitted' || status === 'clarification'
}
