// Links change the address and swap the content without a reload, as Lightning does: the address
// changes first, the content follows when it has come.
import { noteVisit, withWorkspace } from './console-tabs.js'

const content = document.getElementById('content')
let newest = 0

/** The record that `/one/one.app#/sObject/<id>/view` asks for: only the browser sees the hash. */
export function addressOfHash({ pathname, hash }) {
  if (pathname !== '/one/one.app') return undefined
  const [, id] = /^#\/sObject\/([0-9A-Za-z]{15,18})/.exec(hash) ?? []
  return id === undefined ? '/lightning/page/home' : `/lightning/r/${id}/view`
}

/** Goes to an address of this host. */
export async function visit(address, how = 'push') {
  if (how === 'push') history.pushState({}, '', address)
  if (how === 'replace') history.replaceState({}, '', address)
  await show(address)
}

async function show(address) {
  newest += 1
  const mine = newest
  const answer = await fetch(address, { headers: { Accept: 'text/fragment' } })
  if (answer.redirected || !answer.headers.has('X-Page-Title')) {
    location.assign(address)
    return
  }
  const markup = await answer.text()
  // A later click wins, however late this answer is.
  if (mine !== newest) return
  const title = decodeURIComponent(answer.headers.get('X-Page-Title'))
  content.innerHTML = markup
  document.title = `${title} | Salesforce`
  light(answer.headers.get('X-Page-Tab'))
  content.focus({ preventScroll: true })
  scrollTo(0, 0)
  noteVisit(title)
}

function light(tab) {
  for (const link of document.querySelectorAll('nav.app a')) {
    const isLit = (link.dataset.tab ?? 'home') === tab
    if (isLit) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

/** Follows links within Lightning; those that leave it load a whole page. */
export function listenToLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/lightning/"]:not([data-whole-page])')
    if (!link || event.metaKey || event.ctrlKey || event.defaultPrevented) return
    event.preventDefault()
    const href = link.getAttribute('href')
    const isContent = link.closest('#content') !== null
    void visit(isContent ? withWorkspace(href) : href)
  })
  addEventListener('popstate', () => {
    void visit(location.pathname + location.search, 'stay')
  })
}
