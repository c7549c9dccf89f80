import { ask } from '#components/hooks/segue.ts'

/** Closes the panel; the page takes the focus back. Where nobody answers any more, it gives it back itself. */
export function close(): void {
  ask('panel.close', {}).catch(() => parent.focus())
}
