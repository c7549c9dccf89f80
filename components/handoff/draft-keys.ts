import { useCallback, useEffect } from 'react'
import { focusedQuestion, jumpTo, stopFrom, type Stops } from './jump.ts'

interface DraftKeys {
  readonly stops: Stops
  readonly onReview: () => void
  /** A sheet lies over the questions: its own keys hold. */
  readonly isCovered: boolean
}

/** Alt+↓ and Alt+↑ walk through what is missing, Enter goes on to the next; Ctrl or Cmd+Enter opens the review. */
export function useDraftKeys({ stops, onReview, isCovered }: DraftKeys): void {
  const step = useCallback(
    (by: 1 | -1, from: string | null) => {
      const next = stopFrom(stops, from, by)
      if (next) jumpTo(next)
      return next !== undefined
    },
    [stops],
  )
  useEffect(() => {
    const controller = new AbortController()
    const goOn = (from: string | null) => {
      if (!step(1, from)) onReview()
    }
    const press = (event: KeyboardEvent) => {
      if (isCovered || within(event, 'dialog')) return
      const by = event.altKey ? walks[event.key] : undefined
      if (by !== undefined) step(by, focusedQuestion())
      else if (isEnter(event) && (event.ctrlKey || event.metaKey)) onReview()
      else if (isPlainEnter(event)) return afterEnter(event, goOn)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press, { signal: controller.signal })
    return () => controller.abort()
  }, [step, onReview, isCovered])
}

const walks: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

const isEnter = ({ key, isComposing, repeat }: KeyboardEvent) =>
  key === 'Enter' && !isComposing && !repeat

const isPlainEnter = (event: KeyboardEvent) =>
  isEnter(event) && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey

/** Where the event went through, also when what it began at has been taken off the page by it. */
function within(event: KeyboardEvent, selector: string): HTMLElement | undefined {
  return event
    .composedPath()
    .find((place): place is HTMLElement => place instanceof HTMLElement && place.matches(selector))
}

/** In a text of several lines Enter begins a line, in a list's row it finishes the row: there it goes nowhere. */
function afterEnter(event: KeyboardEvent, goOn: (from: string | null) => void): void {
  const question = within(event, '[data-question]')?.dataset['question']
  const { target } = event
  if (question === undefined || !(target instanceof HTMLInputElement)) return
  if (target.type === 'file' || within(event, '[data-row]')) return
  // Else the key would still press the button that the focus goes to.
  event.preventDefault()
  if (target.type !== 'search' && !within(event, '[data-form]')) return goOn(question)
  requestAnimationFrame(() => afterPick(question, goOn))
}

/** Where Enter picked or made somebody, who now stands in the place of what was typed, it goes on; but first to what must be said of them. */
function afterPick(question: string, goOn: (from: string | null) => void): void {
  const place = document.querySelector(`[data-question="${CSS.escape(question)}"] [data-answer]`)
  if (!place?.querySelector('[data-change]')) return
  const needed = place.querySelector<HTMLElement>('[aria-required=true]')
  if (needed) needed.focus()
  else goOn(question)
}
