/** Where the next "focus the first missing answer" goes, once the draft is on the page. */
type Focuser = () => void

let focuser: Focuser | undefined

/** The draft on the page says how its first missing answer is found. */
export function onFocusFirstMissing(focus: Focuser): () => void {
  focuser = focus
  return () => {
    if (focuser === focus) focuser = undefined
  }
}

/** Puts the focus into the first missing answer, when a draft is on the page. */
export function focusFirstMissing(): void {
  focuser?.()
}
