import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Org } from '../org/org.ts'

const cookie = { httpOnly: true, secure: true, sameSite: 'None', path: '/' } as const
const HOME = '/lightning/page/home'

/** Whether an address leads into this org: a path, not another host. */
export function isSafe(address: string): boolean {
  return /^\/(?![/\\])/.test(address)
}

/** Opens the API's session on this host; Lightning gets one of its own, of no use to the API. */
export async function signIn(org: Org, context: Context): Promise<Response> {
  const { user, startURL } = await context.req.parseBody()
  const row = typeof user === 'string' ? org.state.store.table('User').get(user) : undefined
  if (typeof user !== 'string' || row?.['IsActive'] === false || !row) return context.redirect('/')
  setCookie(context, 'sid', org.signIn(user), cookie)
  const start = typeof startURL === 'string' && isSafe(startURL) ? startURL : HOME
  return goOn(org, context, { userId: user, start })
}

/** Leads to the Lightning host with a pass that becomes its own session there. */
export function goOn(
  org: Org,
  context: Context,
  { userId, start }: { readonly userId: string; readonly start: string },
): Response {
  const words = new URLSearchParams({ pass: org.signInToPages(userId), retURL: start })
  return context.redirect(`https://${org.hosts.lightning}/secur/frontdoor.jsp?${words.toString()}`)
}

/** Turns the pass into the Lightning host's session. */
export function enterLightning(org: Org, context: Context): Response {
  const pass = context.req.query('pass') ?? ''
  const session = org.sessionOf(pass)
  if (!session || session.mayCallApi) return context.redirect(`https://${org.hosts.my}/`)
  setCookie(context, 'sid', pass, cookie)
  const start = context.req.query('retURL') ?? ''
  return context.redirect(isSafe(start) ? start : HOME)
}

/** Ends the session of this host, the Lightning one first; `next` names whom to sign in then. */
export function signOut(org: Org, context: Context): Response {
  org.sessions.end(getCookie(context, 'sid') ?? '')
  deleteCookie(context, 'sid', cookie)
  const next = context.req.query('next') ?? ''
  if (new URL(context.req.url).hostname === org.hosts.lightning) {
    const words = next === '' ? '' : `?next=${encodeURIComponent(next)}`
    return context.redirect(`https://${org.hosts.my}/secur/logout.jsp${words}`)
  }
  if (org.state.store.table('User').get(next)?.['IsActive'] !== true) return context.redirect('/')
  setCookie(context, 'sid', org.signIn(next), cookie)
  return goOn(org, context, { userId: next, start: HOME })
}
