import {
  type AriaAttributes,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { plainBreaks } from '#lib/handoff/line-breaks.ts'
import { directionOf } from './direction.ts'
import { isLongText } from './long-text.ts'
import { useAfterPaint } from './use-after-paint.ts'
import styles from './control.module.css'

/** The attributes that tie a control to its label, help and findings. */
export interface ControlNames extends Pick<
  AriaAttributes,
  'aria-label' | 'aria-labelledby' | 'aria-describedby' | 'aria-invalid' | 'aria-required'
> {
  readonly id?: string | undefined
}

interface TextBoxProps {
  readonly names: ControlNames
  readonly value: string
  readonly onText: (text: string) => void
  readonly onEnter?: (() => void) | undefined
  readonly onLeave?: (() => void) | undefined
  readonly lines?: 'one' | 'many'
  readonly input?: 'text' | 'decimal' | 'url' | 'email' | 'tel'
  readonly placeholder?: string | undefined
  /** Which way the whole text runs; otherwise each paragraph runs as it begins. */
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  /** Offered while typing; anything else may be typed as well. */
  readonly suggestions?: readonly string[] | undefined
}

/** Never what is being typed: a box with the focus follows another tab only while it shows what it was last told. */
function mayReplace(shown: HTMLInputElement, told: string): boolean {
  return shown !== document.activeElement || shown.value === told
}

/** Keeps the caret where it was, as far as the new text goes. */
function replaceText(shown: HTMLInputElement, value: string): void {
  const { selectionStart, selectionEnd } = shown
  shown.value = value
  if (shown === document.activeElement) shown.setSelectionRange(selectionStart, selectionEnd)
}

/** A box that shows this text, unless the user is writing another in it. */
function useShown(value: string) {
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const told = useRef(value)
  // What was read out of the box when it was last typed in: to read a long text once more would be to copy it.
  const typed = useRef<string | null>(null)
  // React writes a textarea’s default at every render, and each time Chrome would begin a step of Ctrl+Z.
  useLayoutEffect(() => {
    if (box.current) Object.defineProperty(box.current, 'defaultValue', { writable: true })
  })
  useLayoutEffect(() => {
    const shown = box.current
    const isShown = () => typed.current === value || shown?.value === value
    if (shown && !isShown() && mayReplace(shown, told.current)) {
      typed.current = null
      replaceText(shown, value)
    }
    told.current = value
  })
  const note = (text: string) => {
    typed.current = text
  }
  return { box, note }
}

/** Whether the box has several lines. A text that has more than one never stands in a box for one: that would take their ends out. */
function useManyLines({ lines, value }: TextBoxProps): boolean {
  const [had, setHad] = useState(lines === 'many')
  const has = had || value.includes('\n')
  if (has !== had) setHad(has)
  return has
}

/** Whoever stands in a box for one line stands at the same character of the one for several that takes its place. */
function useFocusKept(box: RefObject<HTMLInputElement | null>) {
  const hasFocus = useRef(false)
  const before = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const [was, shown] = [before.current, box.current]
    before.current = shown
    if (!was || !shown || was === shown || !hasFocus.current) return
    shown.focus()
    shown.setSelectionRange(was.selectionStart, was.selectionEnd)
  })
  // React hears nothing of the box that it takes away.
  return (has: boolean) => {
    hasFocus.current = has
  }
}

/** Beyond this, Chrome's command for it, which puts in line after line, takes up to half a minute. */
const LONG_PASTE = 5000

/** Puts in what is pasted with ends of lines that the browser shows. By a command, so that Ctrl+Z takes it back, as long as nobody waits for that. */
function pasteLines(event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain')
  const plain = plainBreaks(text)
  if (plain === text.replaceAll('\r\n', '\n') || event.defaultPrevented) return
  const { currentTarget: box } = event
  if (box instanceof HTMLInputElement || plain.length <= LONG_PASTE) {
    event.preventDefault()
    document.execCommand('insertText', false, plain)
    return
  }
  const { selectionStart: start, selectionEnd: end } = box
  // What would be replaced must come back with Ctrl+Z: then it is pasted as it is, and read with its lines all the same.
  if (start !== end) return
  event.preventDefault()
  box.setRangeText(plain, start, end, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * A box for text that the browser keeps: the value given replaces what is shown only while the user is elsewhere,
 * so that typing never waits for a render and is never overwritten.
 */
export function TextBox(props: TextBoxProps) {
  const { names, value, onText, onEnter, input = 'text', placeholder, dir = 'auto' } = props
  const listId = useId()
  const isMany = useManyLines(props)
  const { box, note } = useShown(value)
  const noteFocus = useFocusKept(box)
  const handOn = useAfterPaint(onText)
  const shared = {
    ...names,
    ref: box,
    defaultValue: value,
    dir: isLongText(value) && dir === 'auto' ? directionOf(value) : dir,
    placeholder,
    onFocus: () => noteFocus(true),
    onBlur: () => {
      noteFocus(false)
      props.onLeave?.()
    },
    onPaste: pasteLines,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const typed = currentTarget.value
      note(typed)
      handOn(typed, isLongText(value))
    },
  }
  if (isMany) {
    const look = `${styles['control']} ${isLongText(value) ? styles['long'] : ''}`
    return <textarea {...shared} rows={3} className={look} />
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
      return
    event.preventDefault()
    onEnter?.()
  }
  return (
    <>
      <input
        {...shared}
        inputMode={input}
        list={props.suggestions && listId}
        className={styles['control']}
        onKeyDown={pressed}
      />
      {props.suggestions && (
        <datalist id={listId}>
          {props.suggestions.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}
