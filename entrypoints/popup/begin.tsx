import { mount } from '#components/hooks/mount.tsx'
import { readAhead } from '#components/hooks/use-inbox.ts'
import { Popup } from './popup.tsx'

/** Draws the popup, once what the worker has left for it is read. */
export function beginPopup(): void {
  void readAhead().finally(() => mount(<Popup />))
}
