import { derivedKey } from './derived-key.ts'
import type { InboxItem } from './inbox-item.ts'
import { planPlain } from './moves.ts'
import type { Planned } from './plan.ts'
import type { Person } from './primitives.ts'

/** The same on every computer that sees the same clock run out: whoever comes first writes it, and nobody twice. */
export function escalationKey({ id, dueAt }: Pick<InboxItem, 'id' | 'dueAt'>): string {
  return derivedKey('escalation', id, dueAt ?? '')
}

/** Everything that an escalation changes: an entry in the log that names the manager. The decision stays where it is. */
export function planEscalation(
  item: InboxItem,
  { actor, now }: { readonly actor: Person; readonly now: string },
): Planned {
  return planPlain('remind', item, {
    operationKey: escalationKey(item),
    actor,
    role: 'system',
    now,
    details: {
      clock: 'escalation',
      dueAt: item.dueAt ?? '',
      waitsFor: item.incoming?.name ?? '',
      escalatedTo: item.escalatesTo?.name ?? '',
    },
  })
}
