import type { Entry } from './entry.ts'

/** Whether only the user can bring an operation on. Apart from the schemas, for pages that need no more. */
export function needsUser({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'needs-attention' || state === 'conflict'
}
