import type { HandoffRecord } from './record.ts'

/** By what handoffs are compared. */
export const groupings = ['kind', 'variant', 'sender', 'recipient'] as const
export type Grouping = (typeof groupings)[number]

/** Handoffs that have something in common. */
export interface Group {
  /** A kind, a variant or a user's id; empty where there is no recipient yet. */
  readonly key: string
  readonly label: string
  readonly handoffs: readonly HandoffRecord[]
}

type KeyAndLabel = Pick<Group, 'key' | 'label'>

const nameOf: { readonly [By in Grouping]: (one: HandoffRecord) => KeyAndLabel } = {
  kind: ({ kind }) => ({ key: kind, label: kind }),
  variant: ({ variant }) => ({ key: variant, label: variant }),
  sender: ({ outgoing }) => ({ key: outgoing.userId, label: outgoing.name }),
  recipient: ({ incoming }) => ({ key: incoming?.userId ?? '', label: incoming?.name ?? '' }),
}

/** The handoffs in groups, the largest first; every handoff is in exactly one. */
export function groupedBy(handoffs: readonly HandoffRecord[], by: Grouping): readonly Group[] {
  return [...Map.groupBy(handoffs, (one) => nameOf[by](one).key)]
    .map(([key, members]) => {
      const [first] = members
      return { key, label: first ? nameOf[by](first).label : key, handoffs: members }
    })
    .toSorted((one, other) => other.handoffs.length - one.handoffs.length)
}
