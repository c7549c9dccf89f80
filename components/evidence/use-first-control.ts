import { type RefObject, useEffect } from 'react'

/** Gives the focus to the first box of a form when it appears. */
export function useFirstControl(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [form])
}
