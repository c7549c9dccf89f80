/** The card: a small extension page in a frame of its own. */
export interface CardFrame {
  readonly show: () => void
  readonly hide: () => void
}

/** Where the card may stand, the best place first. */
const places = ['right:12px;bottom:60px', 'left:12px;bottom:60px', 'right:12px;top:96px']
const controls = 'a,button,input,select,textarea,[role=button],[role=tab],[contenteditable]'
/** A page that is still being drawn has no controls yet. */
const settle = 1500

/** Makes the card's keeper. The card never stands over a control of the page: without a free place it is not shown. */
export function createCardFrame(add: () => HTMLIFrameElement): CardFrame {
  let frame: HTMLIFrameElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = (): void => {
    clearTimeout(timer)
    frame?.remove()
    frame = undefined
  }
  const show = (): void => {
    const card = (frame ??= add())
    card.className = 'card'
    const free = places.find((place) => {
      card.style.cssText = `visibility:hidden;${place}`
      return isFree(card.getBoundingClientRect())
    })
    if (free === undefined) hide()
    else card.style.visibility = 'visible'
  }
  return {
    show: () => {
      hide()
      timer = setTimeout(show, settle)
    },
    hide,
  }
}

/** Pixels between two looks: less than any control is high. */
const step = 15

/** Whether nothing to press lies there; what is hidden, as the card is now, does not count. */
function isFree({ left, top, right, bottom }: DOMRect): boolean {
  for (let x = left; x <= right; x += step)
    for (let y = top; y <= bottom; y += step)
      if (document.elementFromPoint(x, y)?.closest(controls)) return false
  return true
}
