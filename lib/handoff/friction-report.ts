import { isTaken } from './chain.ts'
import { overLong } from './field-length.ts'
import type { Handoff } from './handoff.ts'
import type { Planned } from './plan.ts'
import { type Operation, planMove, refused } from './planning.ts'
import type { Friction } from './friction.ts'

/** What can hold a handoff up, by the code that the log keeps. */
export const frictionCauses = [
  { code: 'MISSING', label: 'Information was missing' },
  { code: 'NO_ANSWER', label: 'Nobody answered' },
  { code: 'NO_TIME', label: 'Too much else was due' },
  { code: 'WHO', label: 'It was not clear who does it' },
  { code: 'CUSTOMER', label: 'The customer was not available' },
  { code: 'ACCESS', label: 'A system or a right was in the way' },
  { code: 'TOO_MUCH', label: 'There was too much to fill in' },
  { code: 'OTHER', label: 'Something else' },
] as const satisfies readonly { readonly code: string; readonly label: string }[]

/** Somewhere in the life of a handoff, as the log keeps it and as it is called. */
export type FrictionStep = Pick<Friction, 'step' | 'label'>

/** The most characters of the words that go with it. */
export const frictionLimit = 4000

const upToDecision: readonly FrictionStep[] = [
  { step: 'draft', label: 'Writing the handoff' },
  { step: 'submitted', label: 'Waiting for the decision' },
  { step: 'clarification', label: 'Questions and answers' },
  { step: 'declined', label: 'Mending what came back' },
]

const afterwards: readonly FrictionStep[] = [
  { step: 'accepted', label: 'Beginning the transition' },
  { step: 'in-transition', label: 'The transition' },
  { step: 'transfer', label: 'The change of owner' },
]

type Standing = Pick<Handoff, 'status' | 'transition'>

/** Where a handoff that stands like this can have been held up: the way to its decision, and the steps of its plan after that. */
export function frictionSteps(handoff: Standing): readonly FrictionStep[] {
  if (!isTaken(handoff)) return upToDecision
  const planned = (handoff.transition?.milestones ?? []).map(({ key, label }) => ({
    step: `milestone:${key}`,
    label,
  }))
  return [...upToDecision, ...afterwards, ...planned]
}

/** Where it is now. */
export function frictionStepNow({ status }: Pick<Handoff, 'status'>): string {
  return status === 'completed' ? 'in-transition' : status
}

/** What a cause is called; one of another version by its code. */
export function causeLabel(code: string): string {
  return frictionCauses.find((one) => one.code === code)?.label ?? code
}

/** What an operation reports. */
interface FrictionReport extends Operation, Pick<Friction, 'step' | 'cause' | 'words'> {}

function problemOf({ cause }: FrictionReport, words: string): string | null {
  if (!frictionCauses.some(({ code }) => code === cause)) return 'Choose what held it up.'
  if (cause === 'OTHER' && words === '') return 'Say in a few words what held it up.'
  return overLong('What happened', words, frictionLimit) ?? null
}

/** Everything that reporting friction changes: an entry of the log, and nothing else. */
export function planFriction(handoff: Handoff, report: FrictionReport): Planned {
  const words = report.words.trim()
  const place = frictionSteps(handoff).find(({ step }) => step === report.step)
  if (!place) return refused('Choose the step that was held up.')
  const because = problemOf(report, words)
  if (because !== null) return refused(because)
  const { cause } = report
  const changes = {
    details: { ...place, cause, ...(words === '' ? {} : { words }) },
    inWords: [`The log says what held it up: ${causeLabel(cause)}, at “${place.label}”.`],
  }
  return planMove('report-friction', handoff, { ...report, changes })
}
