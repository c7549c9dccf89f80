import type { InboxGroup } from '#lib/handoff/inbox.ts'

/** What the parts of an inbox are called. */
export const groupWords = {
  decide: 'Waiting for you',
  answer: 'Back with you',
  escalated: 'Escalated to you',
  transition: 'In transition',
  sent: 'Sent by you',
  done: 'Recently done',
} as const satisfies Record<InboxGroup, string>
