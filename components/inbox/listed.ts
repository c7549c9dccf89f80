import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Listed } from './inbox-row.tsx'

/** What this computer is doing to a handoff. */
export interface UnderWay {
  readonly handoffId: string | null
  readonly action: string
  readonly state: 'queued' | 'sending' | 'sent' | 'unknown' | 'needs-attention' | 'conflict'
}

const doing: Readonly<Record<string, string>> = {
  accept: 'Accepting…',
  decline: 'Declining…',
  withdraw: 'Withdrawing…',
  submit: 'Sending…',
}

const stateWords: Readonly<Record<UnderWay['state'], string | undefined>> = {
  queued: undefined,
  sending: undefined,
  sent: '',
  unknown: 'Checking with Salesforce…',
  'needs-attention': 'Needs you: open it',
  conflict: 'Needs you: open it',
}

/** What is on its way for a handoff, in words; empty when nothing is. */
export function underWayWords(handoffId: string, operations: readonly UnderWay[]): string {
  const operation = operations.find((one) => one.handoffId === handoffId && one.state !== 'sent')
  if (!operation) return ''
  return stateWords[operation.state] ?? doing[operation.action] ?? 'Sending…'
}

/** Both sides of the inbox as rows of one list. */
export function listed(
  incoming: readonly Handoff[],
  outgoing: readonly Handoff[],
  operations: readonly UnderWay[],
): readonly Listed[] {
  const row = (side: Listed['side']) => (handoff: Handoff) => ({
    handoff,
    side,
    underWay: underWayWords(handoff.id, operations),
  })
  return [...incoming.map(row('incoming')), ...outgoing.map(row('outgoing'))]
}
