/**
 * What crosses between the worker and a content script. The content script shares a process with a web
 * page and is not trusted: it announces that its address changed and is told what to show, nothing else.
 */
export type FromOverlay =
  | { readonly overlay: 'address-changed' }
  | { readonly overlay: 'panel-opened' }
  | { readonly overlay: 'panel-closed' }

export type ToOverlay =
  | { readonly toOverlay: 'open-panel' }
  | { readonly toOverlay: 'close-panel' }
  | { readonly toOverlay: 'resize-panel'; readonly width: number }
  | { readonly toOverlay: 'show-launcher'; readonly label: string; readonly badge: string }
