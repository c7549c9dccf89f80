import { Hono, type Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Org } from '../org/org.ts'
import { assetNamed } from './assets.ts'
import { colleagues, deskOf } from './desk-of.ts'
import { createRecord, saveRecord } from './save.ts'
import { foundView } from './found-view.ts'
import { placeOf } from './place.ts'
import { enterLightning, goOn, isSafe, signIn, signOut } from './session.ts'
import { shell, signInPage } from './shell.ts'
import { viewOf } from './view-of.ts'

/** As Lightning's own policy: nothing inline but styles, frames of any secure host. */
const POLICY =
  "default-src 'self'; script-src 'self'; object-src 'none'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; frame-src https: mailto:; connect-src 'self'; " +
  "frame-ancestors 'self'"

/** The pages of one org: sign-in on its own host, Lightning on the other. */
export function createPages(org: Org): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    context.header('Content-Security-Policy', POLICY)
    context.header('X-Content-Type-Options', 'nosniff')
  })
  app.get('/demo/search', (context) => search(org, context))
  app.get('/demo/:file', (context) => sendAsset(context))
  app.post('/demo/save/:id', (context) => saveRecord(org, context))
  app.post('/demo/create/:object', (context) => createRecord(org, context))
  app.get('/secur/logout.jsp', (context) => signOut(org, context))
  app.get('/secur/frontdoor.jsp', (context) => enterLightning(org, context))
  app.post('/', (context) => signIn(org, context))
  app.get('*', (context) =>
    new URL(context.req.url).hostname === org.hosts.lightning
      ? showPage(org, context)
      : showSignIn(org, context),
  )
  return app
}

function sendAsset(context: Context): Response | Promise<Response> {
  const asset = assetNamed(context.req.param('file') ?? '')
  if (!asset) return context.notFound()
  return context.body(asset.text, 200, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=3600',
  })
}

/** Whoever is signed in already is led on at once, as Salesforce does. */
function showSignIn(org: Org, context: Context): Response | Promise<Response> {
  const wanted = context.req.query('startURL') ?? ''
  const start = isSafe(wanted) ? wanted : '/lightning/page/home'
  const session = org.sessionOf(getCookie(context, 'sid') ?? '')
  if (session?.mayCallApi) return goOn(org, context, { userId: session.userId, start })
  return context.html(signInPage(org.state.file.name, colleagues(org), start).markup)
}

function showPage(org: Org, context: Context): Response | Promise<Response> {
  const url = new URL(context.req.url)
  const userId = org.sessionOf(getCookie(context, 'sid') ?? '')?.userId
  if (userId === undefined) {
    const start = encodeURIComponent(url.pathname + url.search)
    return context.redirect(`https://${org.hosts.my}/?ec=302&startURL=${start}`)
  }
  const desk = deskOf(org, userId)
  const { title, tab, content, status } = viewOf(desk, placeOf(url), url.searchParams)
  if (context.req.header('Accept') === 'text/fragment') {
    context.header('X-Page-Title', encodeURIComponent(title))
    context.header('X-Page-Tab', tab ?? '')
    return context.html(content.markup, status)
  }
  return context.html(shell(desk, { title, tab }, content).markup, status)
}

function search(org: Org, context: Context): Response | Promise<Response> {
  const userId = org.sessionOf(getCookie(context, 'sid') ?? '')?.userId
  if (userId === undefined) return context.text('Sign in first.', 401)
  return context.html(foundView(deskOf(org, userId), context.req.query('q') ?? '').markup)
}
