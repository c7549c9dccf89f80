import type { Declining } from './decline-sheet.tsx'

/** What is sent of a decline; a day only where the deal rests until then. */
export function declined(handoffId: string, declining: Declining) {
  const { reasons, questions, until, outcome, ...words } = declining
  return {
    handoffId,
    ...words,
    ...(outcome === 'recycle' ? { until } : {}),
    outcome,
    reasons: [...reasons],
    questions: [...questions],
  }
}
