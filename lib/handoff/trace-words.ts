import type { Cause, Harm, Trace } from './trace.ts'

const causeWords: Readonly<Record<Cause, string>> = {
  missing: 'Something was missing in the handoff',
  wrong: 'Something in it was wrong',
  unused: 'It was in the handoff, and nobody acted on it',
  promise: 'A promise was forgotten or broken',
  step: 'A step came late, or not at all',
  slow: 'It took too long until somebody had taken over',
  other: 'Something else',
  none: 'It was not the handoff after all',
}

/** What a cause is called. */
export const causeLabel = (cause: Cause): string => causeWords[cause]

const harmWords: Readonly<Record<Harm, string>> = {
  lost: 'The deal was lost',
  stalled: 'The deal has stalled',
  complaint: 'The customer complained',
}

/** What went wrong, such as "The deal was lost". */
export const harmLabel = (harm: Harm): string => harmWords[harm]

/** A trace in a sentence, such as "The deal was lost: something was missing in the handoff (“Pain”)". */
export function traceWords({ harm, cause, about, label = about }: Trace): string {
  const because = causeLabel(cause)
  const place = label === undefined ? '' : ` (“${label}”)`
  return `${harmLabel(harm)}: ${because.charAt(0).toLowerCase()}${because.slice(1)}${place}`
}
