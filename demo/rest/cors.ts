import type { MiddlewareHandler } from 'hono'
import type { Org } from '../org/org.ts'

const METHODS = 'HEAD, GET, POST, PUT, PATCH, DELETE, OPTIONS'

/**
 * Lets pages of the origins on the org's CORS allowlist read its answers; a preflight of any other is 403.
 * https://help.salesforce.com/s/articleView?id=xcloud.extend_code_cors.htm
 */
export function cors({ state: { file } }: Org): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('Origin')
    const isAllowed = origin !== undefined && file.corsAllowlist.some((one) => fits(one, origin))
    const method = context.req.header('Access-Control-Request-Method')
    if (origin !== undefined && context.req.method === 'OPTIONS' && method !== undefined) {
      if (!isAllowed) return context.body(null, 403)
      const headers = context.req.header('Access-Control-Request-Headers')
      context.header('Access-Control-Allow-Methods', METHODS)
      if (headers !== undefined) context.header('Access-Control-Allow-Headers', headers)
      context.res = context.body(null, 200)
    } else await next()
    if (!isAllowed) return undefined
    context.header('Access-Control-Allow-Origin', origin)
    context.header('Access-Control-Allow-Credentials', 'true')
    context.header('Vary', 'Origin', { append: true })
    return undefined
  }
}

/** `https://*.example.com` stands for every host below. */
function fits(pattern: string, origin: string): boolean {
  const [before = '', after] = pattern.toLowerCase().replace(/\/$/, '').split('*', 2)
  const asked = origin.toLowerCase()
  if (after === undefined) return asked === before
  return (
    asked.length > before.length + after.length && asked.startsWith(before) && asked.endsWith(after)
  )
}
