/**
 * What crosses between the worker and a content script. The content script shares a process with a web
 * page and is not trusted: it says that something happened in its tab and is told what to show, nothing
 * else. Which tab and which address, the worker reads from the sender.
 */
export type FromOverlay =
  | { readonly overlay: 'address-changed' }
  /** A panel's frame is about to be added; it knows this pass and nobody else does. */
  | { readonly overlay: 'panel-added'; readonly pass: string }
  /** A frame that was there before is shown again. */
  | { readonly overlay: 'panel-reopened' }
  | { readonly overlay: 'panel-closed' }
  /** The user dragged the launcher: its distance from the top, as a share of the window's height. */
  | { readonly overlay: 'launcher-moved'; readonly top: number }

/** What the worker tells the content script of one tab. */
export type ToOverlay =
  | { readonly toOverlay: 'open-panel' }
  | { readonly toOverlay: 'close-panel' }
  /** Nothing runs in the panel's frame any more: a new one takes its place. */
  | { readonly toOverlay: 'renew-panel' }
  | { readonly toOverlay: 'resize-panel'; readonly width: number }
  /** The card of what must not be asked again. */
  | { readonly toOverlay: 'show-card' }
  | { readonly toOverlay: 'hide-card' }
  | {
      readonly toOverlay: 'show-launcher'
      /** What the launcher says, such as `Handoff 82 %`. */
      readonly label: string
      /** How much of the handoff is there, from 0 to 1; absent: no meter. */
      readonly share?: number
      /** Where it stands, as a share of the window's height; absent: where it is. */
      readonly top?: number
    }
