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

/** A reason in words, by its code; the code where nobody knows it. */
export function reasonLabel(code: string, reasons: Reasons = []): string {
  return [...reasons, anyReason].find((reason) => reason.code === code)?.label ?? code
}
