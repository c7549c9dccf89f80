import { mount } from '#components/hooks/mount.tsx'
import { readDealAhead } from '#components/hooks/read-ahead.ts'
import { Panel } from './panel.tsx'
import { whenShown } from './when-shown.ts'

/** Draws the panel as soon as it is shown, and reads ahead what it is made of. */
export function beginPanel(): void {
  void readDealAhead()
  whenShown(() => {
    // The page gave the focus to a frame that was still empty, and with what came into it the keys went back to the page.
    window.focus()
    mount(<Panel />)
  })
}
