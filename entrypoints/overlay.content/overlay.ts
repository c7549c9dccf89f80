import type { FromOverlay, ToOverlay } from '#lib/messaging/overlay.ts'
import { opportunityPage } from '#lib/salesforce/record-page.ts'

import { isMadeReady, onAddressChange, onComingIntoSight } from './address.ts'
import { isLeftBehind } from './left-behind.ts'
import { createStage, type Stage } from './stage.ts'

/** Watches the address and keeps launcher and panel in step with it until the signal aborts. */
export function startOverlay(signal: AbortSignal): void {
  let stage: Stage | undefined
  let shown: string | undefined

  const follow = (): void => {
    const opportunityId = opportunityPage(location.href)?.opportunityId
    if (opportunityId === shown) return
    shown = opportunityId
    if (!opportunityId) return stage?.leave()
    stage ??= createStage(tell, signal)
    stage.enter()
    report()
  }
  const report = (): void => {
    if (shown && !isMadeReady()) tell({ overlay: 'address-changed' })
  }

  chrome.runtime.onMessage.addListener((message: ToOverlay, sender) => {
    if (sender.id === chrome.runtime.id && shown) stage?.obey(message)
  })
  onAddressChange(follow, signal)
  onComingIntoSight(report, signal)
  follow()

  /** An updated extension leaves this script behind without a runtime: it then shows one hint and stays quiet. */
  function tell(message: FromOverlay): void {
    if (isLeftBehind()) return stage?.retire()
    chrome.runtime.sendMessage(message).catch(() => undefined)
  }
}
