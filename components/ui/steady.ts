/*
 * A web page can cover the panel's frame, fade it, stretch it, or push it under the pointer just before a
 * press. So what has an effect is only pressed while the whole frame has been seen, unmoved, for a while.
 */

/** How long everything must have stood as it is before a press counts, in milliseconds. */
const armedAfter = 500

const wholly = 0.98
const looksEvery = 100

/**
 * Tells whether a button may be pressed, now and at each change, until the signal aborts: what it stands in has
 * been wholly seen, has not moved and has not changed its size for half a second.
 */
export function watchSteadiness(
  button: Element,
  tell: (isArmed: boolean) => void,
  signal: AbortSignal,
): void {
  let isSeen = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsettle = (): void => {
    clearTimeout(timer)
    tell(false)
    if (isSeen) timer = setTimeout(() => tell(true), armedAfter)
  }
  onSeen(
    // A sheet stands above everything else of the page, which therefore counts as covered.
    button.closest('dialog') ?? document.documentElement,
    (seen) => {
      if (seen === isSeen) return
      isSeen = seen
      unsettle()
    },
    signal,
  )
  onMoved(unsettle, signal)
  addEventListener('resize', unsettle, { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
}

/**
 * Chromium's own word on whether nothing covers, fades, stretches or clips the target, or the frame it is in
 * (IntersectionObserver v2).
 */
function onSeen(target: Element, listener: (isSeen: boolean) => void, signal: AbortSignal): void {
  const options = { threshold: [0, wholly, 1], trackVisibility: true, delay: looksEvery }
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1)
    if (last) listener(last.intersectionRatio >= wholly && isVisible(last))
  }, options)
  observer.observe(target)
  signal.addEventListener('abort', () => observer.disconnect())
}

/** TypeScript's library does not know the second version of the observer. */
function isVisible(entry: IntersectionObserverEntry): boolean {
  return 'isVisible' in entry && entry.isVisible === true
}

/** The pointer knows where it is on the screen and in the frame: the difference is where the frame is. */
function onMoved(listener: () => void, signal: AbortSignal): void {
  let place: readonly [number, number] | null = null
  const look = ({ screenX, screenY, clientX, clientY }: PointerEvent): void => {
    const [x, y] = place ?? [screenX - clientX, screenY - clientY]
    place = [screenX - clientX, screenY - clientY]
    if (Math.abs(place[0] - x) > slack || Math.abs(place[1] - y) > slack) listener()
  }
  for (const kind of ['pointerover', 'pointermove', 'pointerdown'] as const)
    addEventListener(kind, look, { capture: true, passive: true, signal })
}

/** Zoomed pages round positions to whole pixels. */
const slack = 2
