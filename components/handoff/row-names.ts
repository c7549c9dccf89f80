import type { RowKind } from '#lib/handoff/rows.ts'

/** What one row of a repeater is called. */
export const rowNames = {
  people: 'person',
  commitments: 'commitment',
  objections: 'objection',
  competitors: 'competitor',
  successCriteria: 'success criterion',
  risks: 'risk',
  links: 'link',
  evidence: 'item',
  products: 'product',
  decisions: 'decision',
  responsibilities: 'responsibility',
} as const satisfies Record<RowKind, string>
