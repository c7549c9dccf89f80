import { withoutMethods } from './methods.ts'

/** What a connection needs to make a request. */
const needed: ReadonlySet<string> = new Set([
  'constructor',
  '_establish',
  '_resetInstance',
  'request',
  '_baseUrl',
  '_normalizeUrl',
  'isLightningInstance',
  // Of what carries it out. Refusals never get there: our transport throws them first.
  'getRefreshDelegate',
  'beforeSend',
  'getResponseContentType',
  'parseResponseBody',
  'getResponseBody',
  'isSessionExpired',
  'isErrorResponse',
  'hasErrorInResponseBody',
])

/** The source of jsforce's `Connection`, or of its `HttpApi`, with no other methods than those a request needs: a quarter of it. */
export function bareConnection(source: string): string {
  return withoutMethods(source, (name) => !needed.has(name))
}
