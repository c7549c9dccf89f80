import { movable } from './movable.ts'

/** The one button on the page that opens the panel. */
export interface Launcher {
  readonly show: () => void
  readonly hide: () => void
  readonly say: (words: {
    readonly label: string
    readonly share?: number
    readonly top?: number
  }) => void
  /** Tells the user that the extension was updated under this page; it still opens a panel that is there. */
  readonly retire: (canOpen: boolean) => void
}

interface LauncherOptions {
  readonly signal: AbortSignal
  /** The pointer or the focus rests on it: a press is likely. */
  readonly onNear: () => void
  readonly onPressed: () => void
  readonly onMoved: (top: number) => void
}

/** Adds the launcher, hidden. Clicks that a script made are not the user's and do nothing. */
export function createLauncher(
  root: ShadowRoot,
  { signal, onNear, onPressed, onMoved }: LauncherOptions,
): Launcher {
  const button = document.createElement('button')
  button.type = 'button'
  button.hidden = true
  button.lang = 'en'
  button.textContent = 'Handoff'
  button.title = 'Open the handoff. Drag it, or press Alt and an arrow, to move it.'
  const position = movable(button, { signal, onMoved })
  button.addEventListener(
    'click',
    // A press by key or by voice, which counts no clicks, is the end of no drag.
    (event) => event.isTrusted && !(event.detail && position.wasDragged()) && onPressed(),
    { signal },
  )
  onRest(button, onNear, signal)
  root.append(button)

  return {
    show: () => {
      button.hidden = false
    },
    hide: () => {
      button.hidden = true
    },
    say: ({ label, share = 0, top }) => {
      button.textContent = label
      button.style.setProperty('--share', String(share))
      if (top !== undefined) position.place(top)
    },
    retire: (canOpen) => {
      button.textContent = 'Segue was updated: reload this page'
      button.disabled = !canOpen
    },
  }
}

/** A pointer on its way past, as to the scroll bar, does not rest; in milliseconds. */
const rest = 80

function onRest(button: HTMLElement, listener: () => void, signal: AbortSignal): void {
  const look = () => button.matches(':hover, :focus') && listener()
  for (const kind of ['pointerenter', 'focus'])
    button.addEventListener(kind, () => setTimeout(look, rest), { signal })
}
