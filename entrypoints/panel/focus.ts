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

/** Where the focus was when a draft went off the page, as with the session. */
let left: { readonly draftKey: string; readonly question: string | null } | undefined

/** A draft goes off the page while a question of it, or none, has the focus. */
export function noteLeft(draftKey: string, question: string | null): void {
  left = { draftKey, question }
}

/** The question at which a draft was left here; null when it was at none. */
export const leftAt = (draftKey: string): string | null =>
  left?.draftKey === draftKey ? left.question : null

/** The draft whose review is open, also while it is off the page. */
let reviewed: string | undefined

/** The review of a draft is opened; of none when its reader has closed it, or what it showed was sent. */
export function noteReview(draftKey?: string): void {
  reviewed = draftKey
}

/** Whether the review of a draft was open when the draft went off the page. */
export const isInReview = (draftKey: string): boolean => reviewed === draftKey

/** Puts the focus into the first missing answer, when a draft is on the page. */
export function focusFirstMissing(): void {
  focuser?.()
}
