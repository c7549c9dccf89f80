import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import type { Template } from '#lib/handoff/template.ts'

const controls = 'input:not([type=hidden]), textarea, select, button'

/** Puts the focus into the control of a question, or of the row at fault. False when it is not on the page. */
export function jumpTo({ question, row }: Pick<Finding, 'question' | 'row'>): boolean {
  if (question === null) return false
  const place = document.querySelector(`[data-question="${CSS.escape(question)}"]`)
  if (!place) return false
  const within = row === undefined ? null : place.querySelector(`[data-row="${CSS.escape(row)}"]`)
  const area = within ?? place.querySelector('[data-answer]') ?? place
  const found = [...area.querySelectorAll<HTMLInputElement>(controls)]
  const target =
    found.find((control) => control.tagName !== 'BUTTON' && control.value === '') ?? found[0]
  place.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
  return target !== undefined
}

/** What is to be mended, in the order of the template: what blocks while anything does, else everything. */
export function stops(template: Template, { findings }: Assessment): readonly Finding[] {
  const blocking = findings.filter(({ severity }) => severity === 'blocks-submit')
  const order = template.sections.flatMap(({ questions }) => questions.map(({ key }) => key))
  const place = ({ question }: Finding) => (question === null ? -1 : order.indexOf(question))
  return (blocking.length > 0 ? blocking : findings)
    .filter(({ question }) => question !== null)
    .toSorted((a, b) => place(a) - place(b))
}

/** The stop before or after the question that holds the focus, around the end. */
export function stopFrom(
  all: readonly Finding[],
  current: string | null,
  step: 1 | -1,
): Finding | undefined {
  const keys = [...new Set(all.map(({ question }) => question))]
  const here = keys.indexOf(current)
  const next =
    here < 0 ? (step > 0 ? 0 : keys.length - 1) : (here + step + keys.length) % keys.length
  return all.find(({ question }) => question === keys[next])
}

/** The question that holds the focus now. */
export function focusedQuestion(): string | null {
  const place = document.activeElement?.closest<HTMLElement>('[data-question]')
  return place?.dataset['question'] ?? null
}
