/** What a recipient rates from 1 to 5, each kept in a field of its own. */
export const rated: readonly string[] = [
  'completeness',
  'promises',
  'sentiment',
  'context',
  'stakeholders',
]

/** The marks of the recipient by axis: what the sender and the manager rate stands beside them. */
export const receivedRatings = (ratings: Readonly<Record<string, number>>) =>
  Object.entries(ratings).filter(([axis]) => rated.includes(axis))
