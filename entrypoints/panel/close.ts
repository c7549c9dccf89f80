import { ask } from '#components/hooks/segue.ts'

/** Closes the panel; the page takes the focus back. */
export function close(): void {
  void ask('panel.close', {})
}
