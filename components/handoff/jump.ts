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
  // A list that is too short wants a further row, not the first one changed.
  const target =
    found.find((control) => control.tagName !== 'BUTTON' && control.value === '') ??
    area.querySelector<HTMLElement>('[data-add]') ??
    found[0]
  bringIntoView(place)
  target?.focus({ preventScroll: true })
  return target !== undefined
}

/**
 * Scrolls there. A section out of sight is not laid out, and the page ends where its guessed height does: the one
 * that is gone to is laid out first, until it is in sight.
 */
export function bringIntoView(place: Element): void {
  const section = place.closest('section')
  section?.style.setProperty('content-visibility', 'visible')
  place.scrollIntoView({ block: 'center' })
  const letGo = () => section?.style.removeProperty('content-visibility')
  requestAnimationFrame(() => requestAnimationFrame(letGo))
}

/** What is to be mended, in the order of the template: what blocks while anything does, else everything. */
export interface Stops {
  readonly findings: readonly Finding[]
  /** The keys of all questions. */
  readonly order: readonly string[]
}

/** Where the keys go that walk through what is missing. */
export function stopsOf(template: Template, { findings }: Assessment): Stops {
  const blocking = findings.filter(({ severity }) => severity === 'blocks-submit')
  const order = template.sections.flatMap(({ questions }) => questions.map(({ key }) => key))
  const place = ({ question }: Finding) => (question === null ? -1 : order.indexOf(question))
  const stops = (blocking.length > 0 ? blocking : findings)
    .filter(({ question }) => question !== null)
    .toSorted((a, b) => place(a) - place(b))
  return { findings: stops, order }
}

/** How many sections it takes to show this question; all when there is none to show. */
export function sectionsUpTo({ sections }: Template, question: string | null): number {
  const place = sections.findIndex(({ questions }) => questions.some(({ key }) => key === question))
  return place === -1 ? sections.length : place + 1
}

/** The stop before or after the question that holds the focus, around the end; undefined when nothing else is missing. */
export function stopFrom(
  { findings, order }: Stops,
  current: string | null,
  step: 1 | -1,
): Finding | undefined {
  const here = current === null ? -1 : order.indexOf(current)
  const others = findings.filter(({ question }) => question !== current)
  const beyond = others.filter(({ question }) => {
    const there = order.indexOf(question ?? '')
    return step > 0 ? there > here : there < here
  })
  const candidates = beyond.length > 0 ? beyond : others
  return step > 0 ? candidates[0] : lastOf(candidates)
}

/** Of the findings of the last question, the first. */
function lastOf(findings: readonly Finding[]): Finding | undefined {
  const question = findings.at(-1)?.question
  return findings.find((finding) => finding.question === question)
}

/** The question that holds the focus now. */
export function focusedQuestion(): string | null {
  const place = document.activeElement?.closest<HTMLElement>('[data-question]')
  return place?.dataset['question'] ?? null
}
