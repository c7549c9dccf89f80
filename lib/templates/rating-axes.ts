import type { Template } from '#lib/handoff/template.ts'

/** What both sides rate from 1 to 5 at the end; `Rating_…__c` on the handoff. */
export const ratingAxes: Template['ratingAxes'] = [
  { key: 'completeness', label: 'Everything I needed was there' },
  { key: 'promises', label: 'The promises were all written down' },
  { key: 'sentiment', label: 'The mood of the customer was as described' },
  { key: 'context', label: 'I understood why they bought' },
  { key: 'stakeholders', label: 'I knew who is who' },
]
