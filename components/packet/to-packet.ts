/**
 * Gives the focus to the handoff as a whole: what was decided takes away the buttons it was decided with, and what
 * becomes of it is said beside. A frame later, when the sheet has given the focus back.
 */
export function toPacket(): void {
  requestAnimationFrame(() => document.querySelector('article')?.focus({ preventScroll: true }))
}
