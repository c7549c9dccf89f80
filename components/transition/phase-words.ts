import { day, type Formats, moment } from '#components/ui/formats.ts'
import type { Phase } from '#lib/handoff/transition.ts'

/** What each phase is called. */
export const phaseWords = {
  shadow: 'Shadow',
  joint: 'Joint',
  lead: 'Lead',
  exit: 'Exit',
} as const satisfies Record<Phase['phase'], string>

/** What the side that does not speak does meanwhile. */
const otherDoes = {
  shadow: 'listens in',
  joint: 'joins',
  lead: 'stays reachable',
  exit: 'leaves',
} as const satisfies Record<Phase['phase'], string>

/** The two people by their sides. */
export interface Sides {
  readonly outgoing: string
  readonly incoming: string
}

/** Who does what in a phase, such as `Ana speaks, Ben joins`. */
export function phaseSentence({ phase, communicationOwner }: Phase, sides: Sides): string {
  const other = communicationOwner === 'outgoing' ? 'incoming' : 'outgoing'
  return `${sides[communicationOwner]} speaks, ${sides[other]} ${otherDoes[phase]}`
}

/** A day, or an instant with its time. */
export function whenWords(at: string, formats: Formats): string {
  return at.length > 10 ? moment(at, formats) : day(at, formats)
}
