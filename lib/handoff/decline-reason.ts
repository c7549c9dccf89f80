import type { Handoff } from './handoff.ts'
import type { LoggedEvent } from './logged-event.ts'
import type { Template } from './template.ts'

type Reasons = Template['declineReasons']

/** What may always be given as the reason, also where the template names none or is not known. */
export const anyReason: Reasons[number] = {
  code: 'OTHER',
  label: 'Another reason',
  goesTo: 'sender',
}

/** The reasons to choose from. */
export function reasonsIn(template: Pick<Template, 'declineReasons'> | null | undefined): Reasons {
  return template && template.declineReasons.length > 0 ? template.declineReasons : [anyReason]
}

/** Why it was declined, in words, as far as that is for the sender's manager to hear; empty where it is not. */
export function raisedIn(codes: readonly string[], reasons: Reasons = []): string {
  const raised = reasons.filter(({ code, goesTo }) => goesTo === 'manager' && codes.includes(code))
  return raised.map(({ label }) => label).join('; ')
}

/** A reason in words, by its code; the code where nobody knows it. */
export function reasonLabel(code: string, reasons: Reasons = []): string {
  return [...reasons, anyReason].find((reason) => reason.code === code)?.label ?? code
}

/** What a reason was called when it was given, which only a newer version of the template may know; undefined where that is not in the log. */
export function labelGiven(code: string, details: LoggedEvent['details'] = {}) {
  const { reasons, labels } = details
  return Array.isArray(reasons) && Array.isArray(labels) ? labels[reasons.indexOf(code)] : undefined
}

/** Why a handoff was declined, in words; empty without a reason. */
export function reasonsGiven({ declineReasons, events }: Handoff, reasons?: Reasons): string {
  const declined = events?.findLast(({ kind }) => kind === 'Declined')
  return declineReasons
    .map((code) => labelGiven(code, declined?.details) ?? reasonLabel(code, reasons))
    .join('; ')
}
