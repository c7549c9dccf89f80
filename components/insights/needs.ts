/** What a figure is made from, said where there is none yet. */
const needs: Readonly<Record<string, string>> = {
  'won-to-handoff': 'Needs won deals that were handed over.',
  'time-to-kickoff': 'Needs won deals whose kickoff was marked as done.',
  'time-to-first-value': 'Needs won deals whose first result was marked as there.',
  'time-to-first-contact': 'Needs accepted deals with a first contact recorded.',
  ramp: 'Needs accepted deals that moved to another stage since, or had a first result.',
  'repeat-rate': 'Needs answers of customers.',
  quality: 'Needs ratings.',
  coverage: 'Needs accepted handoffs that follow a methodology.',
}

/** A sentence in the place of a figure that cannot be given. */
export function needOf(key: string): string {
  return needs[key] ?? 'Nothing to measure in this time.'
}
