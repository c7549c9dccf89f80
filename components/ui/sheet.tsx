import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './button.tsx'
import { controls } from './controls.ts'
import styles from './sheet.module.css'

interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stays at the bottom while the rest scrolls. */
  readonly footer?: ReactNode
}

const firstControl = ':scope > div > div :is(input, textarea, select, button)'
// Of several radio buttons, Tab comes to the one that is chosen.
const reached = `${controls}:not(:disabled, [type="radio"]:not(:checked))`

/** Puts the focus on the first of them that takes it. */
function focusOneOf(elements: readonly HTMLElement[]): void {
  elements.some((element) => {
    element.focus()
    return element === document.activeElement
  })
}

/**
 * A sheet over the surface. Tab goes round in it: from its last control the browser would lead out of the panel's
 * frame, into the page. The browser gives the focus back when the sheet goes.
 */
export function Sheet({ title, onClose, children, footer }: SheetProps) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed while it is on the page: a sheet that was taken off it gives no focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    shown?.querySelector<HTMLElement>(firstControl)?.focus()
    return () => shown?.close()
  }, [])
  const inside = () => [...(dialog.current?.querySelectorAll<HTMLElement>(reached) ?? [])]
  return (
    <dialog
      ref={dialog}
      className={styles['sheet']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <Edge onReached={() => focusOneOf(inside().toReversed())} />
      <div className={styles['frame']}>
        <header className={styles['header']}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label="Close" onClick={onClose} />
        </header>
        <div className={styles['body']}>{children}</div>
        {footer && <footer className={styles['footer']}>{footer}</footer>}
      </div>
      <Edge onReached={() => focusOneOf(inside())} />
    </dialog>
  )
}

/** Where Tab would leave the sheet. */
function Edge({ onReached }: { readonly onReached: () => void }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing stays here: the focus goes on at once
  return <span tabIndex={0} onFocus={onReached} />
}
