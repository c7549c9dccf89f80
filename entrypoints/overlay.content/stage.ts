import type { FromOverlay, ToOverlay } from '#lib/messaging/overlay.ts'

import { createLauncher } from './launcher.ts'
import { createPanelFrame } from './panel-frame.ts'
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
  const panel = createPanelFrame(root, {
    onClosed: () => {
      launcher.show()
      tell({ overlay: 'panel-closed' })
    },
  })
  const launcher = createLauncher(root, {
    signal,
    onPressed: open,
    onMoved: (top) => tell({ overlay: 'launcher-moved', top }),
  })
  keepInPage(host, signal)

  function open(): void {
    launcher.hide()
    panel.open()
    tell({ overlay: 'panel-opened' })
  }

  const orders = {
    'open-panel': open,
    'close-panel': panel.close,
    'resize-panel': (message: Extract<ToOverlay, { toOverlay: 'resize-panel' }>) =>
      panel.resize(message.width),
    'show-launcher': launcher.say,
  }
  return {
    enter: () => (panel.isOpen() ? undefined : launcher.show()),
    leave: () => {
      panel.close()
      launcher.hide()
    },
    obey: (message) => obey(message, orders),
    retire: launcher.retire,
  }
}

type Orders = {
  [Name in ToOverlay['toOverlay']]: (message: Extract<ToOverlay, { toOverlay: Name }>) => void
}

function obey(message: ToOverlay, orders: Orders): void {
  switch (message.toOverlay) {
    case 'open-panel':
      return orders['open-panel'](message)
    case 'close-panel':
      return orders['close-panel'](message)
    case 'resize-panel':
      return orders['resize-panel'](message)
    case 'show-launcher':
      return orders['show-launcher'](message)
  }
}

/** Salesforce redraws a lot: a node that is taken out is put back, but never in an endless quarrel. */
function keepInPage(host: Element, signal: AbortSignal): void {
  let left = mostReinsertions
  const observer = new MutationObserver(() => {
    if (host.isConnected) return
    if (left === 0) return observer.disconnect()
    left -= 1
    document.documentElement.append(host)
  })
  document.documentElement.append(host)
  observer.observe(document.documentElement, { childList: true })
  signal.addEventListener('abort', () => observer.disconnect())
}
