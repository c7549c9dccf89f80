import { Hono, type Context } from 'hono'
import { discovery } from '../auth/discovery.ts'
import { createSigner } from '../auth/id-token.ts'
import { oauth } from '../auth/oauth.ts'
import { toLongId } from '../org/ids.ts'
import type { Org } from '../org/org.ts'
import { methodNotAllowed, notFound, refuseCall } from '../records/refusal.ts'
import { reading } from '../records/unreadable.ts'
import type { Caller, Reply } from './call.ts'
import { cors } from './cors.ts'
import { answerOf } from './answer.ts'
import { readJson } from './body.ts'
import { deployRoutes } from './deploy-routes.ts'
import { replyToFailure } from './failure.ts'
import { identity } from './identity.ts'
import { refuseBulk, refuseSoap } from './other-apis.ts'
import { userInfo } from './org-routes.ts'
import { dispatch } from './routes.ts'
import { versions } from './versions.ts'

/** The API host of one org, as a Hono app. */
export function api(org: Org): Hono {
  const app = new Hono()
  for (const path of ['/services/data/*', '/services/apexrest/*', '/services/oauth2/userinfo'])
    app.use(path, cors(org))
  for (const path of ['/services/data', '/services/data/']) {
    app.all(path, (context) => {
      const { method } = context.req
      const isRead = method === 'GET' || method === 'HEAD'
      if (isRead) return answerOf(context, { status: 200, body: versions(org) })
      const reply = replyToFailure(methodNotAllowed(method, ['GET']))
      return respond(org, context, { reply, userId: undefined })
    })
  }
  app.on(['GET', 'POST'], '/services/oauth2/userinfo', (context) =>
    introduce(org, context, userInfoReply),
  )
  const signer = createSigner()
  app.route('/services/oauth2', oauth(org, signer))
  app.get('/id/keys', (context) => context.json(signer.keySet()))
  app.get('/.well-known/openid-configuration', (context) => context.json(discovery(org)))
  app.on(['GET', 'POST'], '/id/:org/:user', (context) => introduce(org, context, identityReply))
  const deployReply = deployRoutes()
  app.all('/services/data/:version/metadata/deployRequest/:id?', (context) =>
    answer(org, { context }, deployReply),
  )
  app.all('/services/data/*', (context) => answer(org, { context }, restReply))
  app.all('/services/apexrest/*', (context) => answer(org, { context }, apexReply))
  // Their clients say by other headers who calls.
  app.post('/services/Soap/:kind/:version/:org?', async (context) => {
    const { req } = context
    const reply = refuseSoap(org, req.param('version'), await req.text())
    return respond(org, context, { reply, userId: undefined })
  })
  app.all('/services/async/*', (context) =>
    respond(org, context, { reply: refuseBulk(), userId: undefined }),
  )
  app.notFound((context) =>
    respond(org, context, { reply: replyToFailure(notFound()), userId: undefined }),
  )
  return app
}

type Answering = (caller: Caller, context: Context) => Reply | Promise<Reply>

/** A request, and the token with which the identity service is asked. */
interface Asking {
  readonly context: Context
  readonly token?: string
}

const identityReply: Answering = (caller, { req }) => {
  const [orgId, userId] = ['org', 'user'].map((name) => toLongId(req.param(name) ?? ''))
  const isOwn = orgId === caller.org.state.file.orgId && userId === caller.userId
  if (!isOwn) return refuseIdentity('Wrong_Org')
  return { status: 200, body: identity(caller) }
}

const userInfoReply: Answering = (caller) => ({ status: 200, body: userInfo(caller) })

/** No org here has Apex of its own. */
const apexReply: Answering = () => {
  throw notFound('Could not find a match for URL')
}

const restReply: Answering = async (caller, { req }) => {
  checkEnabled(caller)
  const { text, value } = await readJson(req.raw)
  const url = new URL(req.url)
  const header = (name: string) => req.header(name)
  return reading(text, () => dispatch(caller, { method: methodOf(req), url, header, body: value }))
}

/**
 * Says who somebody is. Unlike the data API, the identity service takes the token as a parameter too, and refuses
 * one with 403 and a word of plain text (forcedotcom/SalesforceMobileSDK-Android #2430, jsforce #736).
 */
async function introduce(org: Org, context: Context, answering: Answering): Promise<Response> {
  const token = bearerOf(context) || (await parameterToken(context))
  if (org.sessionOf(token)) return answer(org, { context, token }, answering)
  const reply = refuseIdentity(token === '' ? 'Missing_OAuth_Token' : 'Bad_OAuth_Token')
  return respond(org, context, { reply, userId: undefined })
}

function refuseIdentity(word: string): Reply {
  const headers = { 'Content-Type': 'text/html;charset=UTF-8' }
  return { status: 403, body: new TextEncoder().encode(word), headers }
}

async function parameterToken({ req }: Context): Promise<string> {
  const sent = req.method === 'POST' ? await req.text() : ''
  const given = new URLSearchParams([
    ...new URL(req.url).searchParams,
    ...new URLSearchParams(sent),
  ])
  return given.get('oauth_token') ?? given.get('access_token') ?? ''
}

/**
 * A client that knows no PATCH says so in the address of a POST.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_update_fields.htm
 */
function methodOf(request: Context['req']): string {
  const meant = request.method === 'POST' ? request.query('_HttpMethod') : undefined
  return meant?.toUpperCase() ?? request.method
}

/** Answers a call: who asks, whether he may, and every call noted. */
async function answer(org: Org, asking: Asking, answering: Answering): Promise<Response> {
  const { context } = asking
  try {
    checkLength(context.req.raw)
    const caller = callerOf(org, asking)
    const reply = await attempt(caller, context, answering)
    return respond(org, context, { reply, userId: caller.userId })
  } catch (error) {
    return respond(org, context, { reply: replyToFailure(error), userId: undefined })
  }
}

async function attempt(caller: Caller, context: Context, answering: Answering): Promise<Reply> {
  try {
    checkCallsLeft(caller)
    return await answering(caller, context)
  } catch (error) {
    return replyToFailure(error)
  }
}

interface Answered {
  readonly reply: Reply
  readonly userId: string | undefined
}

function respond(org: Org, context: Context, { reply, userId }: Answered): Response {
  const url = new URL(context.req.url)
  const { method } = context.req
  org.calls.add({ method, path: url.pathname + url.search, status: reply.status, userId })
  const usage = `api-usage=${org.calls.count()}/${org.state.file.switches.dailyApiRequests}`
  const isAuthenticated = userId !== undefined
  const headers = {
    'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    ...(isAuthenticated ? { 'Sforce-Limit-Info': usage } : {}),
    ...reply.headers,
  }
  return answerOf(context, { ...reply, headers })
}

const LONGEST = 16_384

/** Salesforce refuses an address, or an address with its headers, of more than 16,384 bytes. */
function checkLength({ url, headers }: globalThis.Request): void {
  const { pathname, search } = new URL(url)
  const address = pathname.length + search.length
  if (address > LONGEST) throw refuseCall(414, 'URI_TOO_LONG', 'The URI is too long')
  const head = [...headers].reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    address,
  )
  if (head <= LONGEST) return
  throw refuseCall(431, 'REQUEST_HEADER_FIELDS_TOO_LARGE', 'The URI and the headers are too long')
}

function bearerOf({ req }: Context): string {
  return /^(?:Bearer|OAuth)\s+(.+)$/i.exec(req.header('Authorization') ?? '')?.[1] ?? ''
}

function callerOf(org: Org, { context, token }: Asking): Caller {
  const { req } = context
  const session = org.sessionOf(token ?? bearerOf(context))
  if (!session) throw refuseCall(401, 'INVALID_SESSION_ID', 'Session expired or invalid')
  // Whoever signed in by OAuth may ask who he is, whatever else he was allowed.
  const mayCall = session.mayCallApi || (token !== undefined && session.fromOAuth)
  const { apiAccess } = org.state.file.switches
  if (!mayCall || (!apiAccess && !session.fromOAuth)) {
    throw refuseCall(
      401,
      'INVALID_SESSION_ID',
      'This session is not valid for use with the REST API',
    )
  }
  const { origin } = new URL(req.url)
  return { org, userId: session.userId, origin, version: org.state.file.apiVersion }
}

// As reported in forceworkbench/forceworkbench #681: so Salesforce tells whoever may not use the API, too.
function checkEnabled({ org, userId }: Caller): void {
  const user = org.state.file.users.find(({ id }) => id === userId)
  if (user?.apiEnabled !== false) return
  const message = 'The REST API is not enabled for this Organization.'
  throw refuseCall(403, 'API_DISABLED_FOR_ORG', message)
}

function checkCallsLeft({ org }: Caller): void {
  if (org.calls.count() < org.state.file.switches.dailyApiRequests) return
  throw refuseCall(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')
}
