import type { FromOverlay, ToOverlay } from '#lib/messaging/overlay.ts'

import { isLeftBehind } from './left-behind.ts'
import { createLauncher, type Launcher } from './launcher.ts'
import { type CardFrame, createCardFrame } from './card-frame.ts'
import { addFrame, createPanelFrame, type PanelFrame } from './panel-frame.ts'
import { styleSheet } from './style-sheet.ts'

/** What the overlay shows on the page: one launcher and, once opened, one panel. */
export interface Stage {
  readonly enter: () => void
  readonly leave: () => void
  readonly obey: (message: ToOverlay) => void
  readonly retire: () => void
}

const mostReinsertions = 3

/** Puts one host node with a closed shadow root beside the page's body, and everything of ours into it. */
export function createStage(tell: (message: FromOverlay) => void, signal: AbortSignal): Stage {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [styleSheet()]
  const onAdding = (pass: string): void => tell({ overlay: 'panel-added', pass })
  const card = createCardFrame(() =>
    addFrame(root, onAdding, { page: '/card.html', title: 'Segue: do not ask again' }),
  )
  const panel = createPanelFrame(root, {
    onAdding,
    onClosed: () => {
      launcher.show()
      tell({ overlay: 'panel-closed' })
    },
  })
  const launcher = createLauncher(root, {
    signal,
    onNear: () => isLeftBehind() || panel.prepare(),
    onPressed: open,
    onMoved: (top) => tell({ overlay: 'launcher-moved', top }),
  })
  keepInPage(host, signal)
  // A panel that was left behind has nobody else to tell that it is to be closed: it gives the focus back.
  addEventListener('focus', () => isLeftBehind() && panel.close(), { signal })

  function open(): void {
    // One that was left behind can hold words that are kept nowhere else.
    if (isLeftBehind() && !panel.isMade()) return launcher.retire(false)
    launcher.hide()
    if (panel.open()) tell({ overlay: 'panel-reopened' })
  }

  return {
    enter: () => {
      // It is of the deal that the page showed before.
      card.hide()
      if (!panel.isOpen()) launcher.show()
    },
    leave: () => {
      panel.close()
      card.hide()
      launcher.hide()
    },
    obey: (message) => obey(message, { panel, card, launcher, open }),
    retire: () => launcher.retire(panel.isMade()),
  }
}

interface Parts {
  readonly panel: PanelFrame
  readonly card: CardFrame
  readonly launcher: Launcher
  readonly open: () => void
}

function obey(message: ToOverlay, { panel, card, launcher, open }: Parts): void {
  switch (message.toOverlay) {
    case 'open-panel':
      return open()
    case 'close-panel':
      return panel.close()
    case 'renew-panel':
      return panel.renew()
    case 'resize-panel':
      return panel.resize(message.width)
    case 'show-card':
      return card.show()
    case 'hide-card':
      return card.hide()
    case 'show-launcher':
      return launcher.say(message)
  }
}

/**
 * Salesforce redraws a lot: a node that is taken out or moved is put back, but never in an endless quarrel. It
 * stands in the top layer, which the masks, clips and filters of the page's root do not reach; a page that
 * takes it out of there again and again loses it.
 */
function keepInPage(host: HTMLElement, signal: AbortSignal): void {
  const root = document.documentElement
  let left = mostReinsertions
  const put = (): void => {
    if (host.parentNode !== root) root.append(host)
    host.popover = 'manual'
    host.showPopover()
  }
  const keep = (): void => {
    if (host.parentNode === root && host.matches(':popover-open')) return
    left -= 1
    if (left >= 0) return put()
    observer.disconnect()
    host.remove()
  }
  const observer = new MutationObserver(keep)
  put()
  observer.observe(root, { childList: true })
  host.addEventListener('toggle', keep, { signal })
  signal.addEventListener('abort', () => observer.disconnect())
}
