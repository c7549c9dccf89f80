/** What a recipient rates from 1 to 5, each kept in a field of its own. */
export const rated: readonly string[] = [
  'completeness',
  'promises',
  'sentiment',
  'context',
  'stakeholders',
]
