import { nameOf, type Desk } from './desk.ts'
import { heavyView } from './heavy-view.ts'
import { homeView } from './home-view.ts'
import { layouts } from '../standard/layouts.ts'
import { listView } from './list-view.ts'
import { html, type Child, type Markup } from './markup.ts'
import { newView } from './new-view.ts'
import { placeAt, type Place } from './place.ts'
import { recordView } from './record-view.ts'
import { relatedPage } from './related-view.ts'

/** What stands on a page, and what it is called. */
export interface View {
  readonly title: string
  /** The object whose tab is lit. */
  readonly tab: string | undefined
  readonly content: Markup
  readonly status: 200 | 404
}

/** The view of a place; `?heavy=1` makes it as heavy as real pages get. */
export function viewOf(desk: Desk, place: Place, words: URLSearchParams): View {
  const view = plainView(desk, place, words)
  const extras = [words.get('heavy') !== null && heavyView(), workspace(desk, words)]
  return { ...view, content: html`${view.content} ${extras}` }
}

/** The name of the record in whose workspace the console shows this one. */
function workspace(desk: Desk, words: URLSearchParams): Child {
  const path = words.get('ws')
  const place = path === null ? undefined : placeAt(path)
  return place?.kind === 'record' && html`<i id="workspace" hidden>${nameOf(desk, place.id)}</i>`
}

function plainView(desk: Desk, place: Place, words: URLSearchParams): View {
  switch (place.kind) {
    case 'home':
      return { title: 'Home', tab: 'home', content: homeView(desk), status: 200 }
    case 'list':
      return listOf(desk, place.object, place.filter)
    case 'object-home':
      return listOf(desk, place.object, 'Recent')
    case 'new':
      return newOf(desk, place, words)
    case 'record':
      return recordOf(desk, place.id, place.editing ? 'edit' : 'view')
    case 'related':
      return relatedOf(desk, place)
    case 'one-app':
      return {
        title: 'Lightning Experience',
        tab: undefined,
        content: html`<p>Loading…</p>`,
        status: 200,
      }
    case 'unknown':
      return gone
  }
}

const gone: View = {
  title: 'Page not found',
  tab: undefined,
  status: 404,
  content: html`<article class="card gone">
    <h1>Looks like there's a problem.</h1>
    <p>
      We couldn't find the record you're trying to access. It may have been deleted by another user,
      or there may have been a system error. Ask your administrator for help.
    </p>
  </article>`,
}

function listOf(desk: Desk, object: string, filter: string): View {
  const content = listView(desk, object, filter)
  if (!content) return gone
  const describe = desk.describe(object)
  return { title: describe?.labelPlural ?? object, tab: describe?.name, content, status: 200 }
}

function recordOf(desk: Desk, id: string, mode: 'view' | 'edit'): View {
  const view = recordView(desk, id, mode)
  if (!view) return gone
  return { title: view.title, tab: view.objectName, content: view.content, status: 200 }
}

function relatedOf(desk: Desk, place: Place & { kind: 'related' }): View {
  const object = desk.objectOf(place.id) ?? ''
  const list = layouts[object]?.related.find(({ name }) => name === place.list)
  const content = list && html`${relatedPage(desk, place.id, list)}`
  if (!list || !content) return recordOf(desk, place.id, 'view')
  return { title: list.title, tab: object, content, status: 200 }
}

/** The dialog for a new record stands over the page it was opened from. */
function newOf(desk: Desk, place: Place & { kind: 'new' }, words: URLSearchParams): View {
  const dialog = newView(desk, place.object)
  if (!dialog) return gone
  const from = placeAt(place.behind ?? '/lightning/page/home')
  const behind = from.kind === 'new' ? gone : plainView(desk, from, words)
  return { ...behind, status: 200, content: html`${behind.content} ${dialog}` }
}
