// The console: every record opens in a tab; what is opened from a record becomes its subtab, and the
// address then names the parent in `ws`. The tabs last as long as the browser's tab.
const KEY = 'console-tabs'
const bar = document.querySelector('.console-tabs')

const read = () => JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
const write = (tabs) => sessionStorage.setItem(KEY, JSON.stringify(tabs))
const here = () => location.pathname
const workspace = () => new URLSearchParams(location.search).get('ws')
const isRecord = (path) => path.startsWith('/lightning/r/')

/** Shows the tabs again after a reload; an address with `ws` turns the console on. */
export function restoreConsole() {
  document.querySelector('[data-console]')?.addEventListener('click', toggle)
  if (workspace() !== null && read() === null) write([])
  noteVisit(document.title.replace(/ \| Salesforce$/, ''))
}

function toggle() {
  if (read() === null) write([])
  else sessionStorage.removeItem(KEY)
  noteVisit(document.title.replace(/ \| Salesforce$/, ''))
}

/** In the console, a record opened from a record is a subtab of the first one's workspace. */
export function withWorkspace(href) {
  const parent = workspace() ?? here()
  if (read() === null || !isRecord(here()) || !isRecord(href) || href === parent) return href
  return `${href}?ws=${encodeURIComponent(parent)}`
}

/** Remembers the page as a tab, and shows all tabs. */
export function noteVisit(title) {
  const tabs = read()
  bar.hidden = tabs === null
  if (tabs === null) return
  const tab = { path: here(), parent: workspace(), title: title.split(' | ')[0] }
  const others = tabs.filter(({ path, parent }) => path !== tab.path || parent !== tab.parent)
  const known = others.length < tabs.length
  const next = known ? tabs.map((one) => (isSame(one, tab) ? tab : one)) : [...tabs, tab]
  write(next)
  draw(next)
}

const isSame = (a, b) => a.path === b.path && a.parent === b.parent

function draw(tabs) {
  const parent = workspace() ?? here()
  const primary = tabs.filter((tab) => tab.parent === null)
  const subs = tabs.filter((tab) => tab.parent === parent)
  const missing = primary.some(({ path }) => path === parent)
  const name = document.getElementById('workspace')?.textContent ?? 'Workspace'
  const first = { path: parent, parent: null, title: name }
  bar.replaceChildren(
    row('', missing ? primary : [...primary, first], ({ path }) => path === parent),
    row('sub', subs, ({ path }) => path === here()),
  )
}

function row(className, tabs, isCurrent) {
  const line = document.createElement('div')
  line.className = className
  for (const tab of tabs) {
    const link = document.createElement('a')
    link.href = tab.parent === null ? tab.path : `${tab.path}?ws=${encodeURIComponent(tab.parent)}`
    link.textContent = tab.title
    if (isCurrent(tab)) link.setAttribute('aria-current', 'page')
    line.append(link)
  }
  return line
}
