import type { InboxItem } from '#lib/handoff/inbox-item.ts'

/** What each kind of handoff is called in a list. */
export const kindWords = {
  'sdr-ae': 'Lead to sales',
  'ae-csm': 'Sales to customer success',
  territory: 'Seller to seller',
  'csm-csm': 'Customer success to customer success',
} as const satisfies Record<InboxItem['kind'], string>
