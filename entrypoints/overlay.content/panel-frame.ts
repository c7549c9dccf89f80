/** The panel: an extension page in a frame, made on first opening and kept after that. */
export interface PanelFrame {
  /** Makes the frame, unseen: before it is shown it draws nothing and asks Salesforce for nothing. */
  readonly prepare: () => void
  /** Shows the panel; true when its frame had come up before. */
  readonly open: () => boolean
  /** Puts a new frame in the place of one that has crashed. */
  readonly renew: () => void
  readonly close: () => void
  readonly isOpen: () => boolean
  readonly isMade: () => boolean
  /** Gives the panel this width, also one that is to come. */
  readonly resize: (width: number) => void
}

const narrowest = 360
const widest = 640

interface PanelFrameOptions {
  /** Called before the frame is there, with what proves to the worker that it is ours. */
  readonly onAdding: (pass: string) => void
  readonly onClosed: () => void
}

/** Makes the frame's keeper; nothing is loaded before the first `open`. */
export function createPanelFrame(
  root: ShadowRoot,
  { onAdding, onClosed }: PanelFrameOptions,
): PanelFrame {
  let frame: HTMLIFrameElement | undefined
  let focusBefore: Element | null = null
  let hasLoaded = false
  let width = ''

  const add = (): HTMLIFrameElement => {
    const added = addFrame(root, onAdding, { page: '/panel.html', title: 'Segue handoff' })
    hasLoaded = false
    added.style.width = width
    added.addEventListener('load', () => (hasLoaded = true))
    return added
  }
  const isOpen = (): boolean => !!frame?.matches('.open')
  const prepare = (): HTMLIFrameElement => (frame ??= add())
  const open = (): boolean => {
    if (!isOpen()) focusBefore = document.activeElement
    frame = prepare()
    frame.classList.add('open')
    frame.focus()
    return hasLoaded
  }
  const close = (): void => {
    if (!isOpen()) return
    frame?.classList.remove('open')
    giveFocusBack(focusBefore)
    onClosed()
  }

  return {
    prepare,
    open,
    renew: () => {
      frame?.remove()
      frame = undefined
      open()
    },
    close,
    isOpen,
    isMade: () => !!frame,
    resize: (wanted) => {
      width = `${Math.min(widest, Math.max(narrowest, wanted))}px`
      if (frame) frame.style.width = width
    },
  }
}

/** Adds a page of ours to the root, with what proves to the worker that it is ours. */
export function addFrame(
  root: ShadowRoot,
  onAdding: PanelFrameOptions['onAdding'],
  { page, title }: { readonly page: '/panel.html' | '/card.html'; readonly title: string },
): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.allow = 'clipboard-write *'
  // The frame's own name: only what runs in the frame can read it, for it stands in a closed shadow root.
  frame.name = crypto.randomUUID()
  onAdding(frame.name)
  frame.title = title
  frame.src = chrome.runtime.getURL(page)
  root.append(frame)
  return frame
}

function giveFocusBack(before: Element | null): void {
  window.focus()
  if (before instanceof HTMLElement && before.isConnected) before.focus()
}
