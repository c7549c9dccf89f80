import { visit } from './navigate.js'

const GO = { h: '/lightning/page/home', o: '/lightning/o/Opportunity/list?filterName=Recent' }
let before = ''

/** Shortcuts of the page's own, heard before anything else: `/` searches, `g h` and `g o` go. */
export function listenToKeys() {
  addEventListener(
    'keydown',
    (event) => {
      const heard = document.documentElement.dataset
      // How many keys the page has heard, for tests that none of another's reach it.
      heard.keys = String(Number(heard.keys ?? 0) + 1)
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '/') {
        event.preventDefault()
        document.querySelector('[type=search]').focus()
      }
      const address = before === 'g' ? GO[event.key] : undefined
      before = event.key
      if (address !== undefined) void visit(address)
    },
    true,
  )
}

function isTyping(target) {
  return target.closest?.('input, textarea, select, [contenteditable]') !== null
}
