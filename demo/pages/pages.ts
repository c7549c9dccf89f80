import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Org } from '../org/org.ts'
import type { Desk } from './desk.ts'
import { colleagues, deskOf } from './desk-of.ts'
import { lightningCss } from './lightning-css.ts'
import { lightningJs } from './lightning-js.ts'
import { listView } from './list-view.ts'
import { html, type Markup } from './markup.ts'
import { placeOf, type Place } from './place.ts'
import { recordView } from './record-view.ts'
import { shell, signInPage } from './shell.ts'

const POLICY =
  "default-src 'self'; script-src 'self'; object-src 'none'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; frame-src https: mailto:; connect-src 'self'"
const cookie = { httpOnly: true, secure: true, sameSite: 'None', path: '/' } as const

/** The pages of one org: sign-in on its own host, Lightning on the other. */
export function createPages(org: Org): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    context.header('Content-Security-Policy', POLICY)
  })
  app.get('/demo/lightning.css', (context) =>
    context.body(lightningCss, 200, { 'Content-Type': 'text/css' }),
  )
  app.get('/demo/lightning.js', (context) =>
    context.body(lightningJs, 200, { 'Content-Type': 'text/javascript' }),
  )
  app.get('/secur/logout.jsp', (context) => signOut(org, context))
  app.get('/secur/frontdoor.jsp', (context) => enterLightning(org, context))
  app.post('/', (context) => signIn(org, context))
  app.get('*', (context) => show(org, context))
  return app
}

/** The API's session stays on this host; Lightning gets one of its own, of no use to the API. */
async function signIn(org: Org, context: Context): Promise<Response> {
  const { user } = await context.req.parseBody()
  if (typeof user !== 'string' || !org.state.store.table('User').get(user))
    return context.redirect('/')
  setCookie(context, 'sid', org.signIn(user), cookie)
  const pass = org.signInToPages(user)
  return context.redirect(
    `https://${org.hosts.lightning}/secur/frontdoor.jsp?pass=${encodeURIComponent(pass)}`,
  )
}

function enterLightning(org: Org, context: Context): Response {
  const pass = context.req.query('pass') ?? ''
  if (!org.sessionOf(pass)) return context.redirect(`https://${org.hosts.my}/`)
  setCookie(context, 'sid', pass, cookie)
  return context.redirect('/lightning/page/home')
}

function signOut(org: Org, context: Context): Response {
  org.sessions.end(getCookie(context, 'sid') ?? '')
  deleteCookie(context, 'sid', cookie)
  const isLightning = new URL(context.req.url).hostname === org.hosts.lightning
  return context.redirect(isLightning ? `https://${org.hosts.my}/secur/logout.jsp` : '/')
}

function show(org: Org, context: Context): Response | Promise<Response> {
  const url = new URL(context.req.url)
  if (url.hostname !== org.hosts.lightning) {
    return context.html(signInPage(org.state.file.name, colleagues(org)).markup)
  }
  const session = org.sessionOf(getCookie(context, 'sid') ?? '')
  if (!session) return context.redirect(`https://${org.hosts.my}/`)
  const desk = deskOf(org, session.userId)
  const { title, content } = view(desk, placeOf(url))
  if (context.req.header('Accept') === 'text/fragment') {
    context.header('X-Page-Title', encodeURIComponent(title))
    return context.html(content.markup)
  }
  return context.html(shell(desk, title, content).markup)
}

interface View {
  readonly title: string
  readonly content: Markup
}

function view(desk: Desk, place: Place): View {
  const gone = {
    title: 'Not found',
    content: html`<article class="card">
      <h1>Looks like there's a problem.</h1>
      <p>We couldn't find the record you're trying to access.</p>
    </article>`,
  }
  const list = (object: string): View => {
    const content = listView(desk, object)
    return content ? { title: object, content } : gone
  }
  if (place.kind === 'record' || place.kind === 'related') {
    const content = recordView(desk, place.id)
    return content ? { title: 'Record', content } : gone
  }
  return 'object' in place ? list(place.object) : list('Opportunity')
}
