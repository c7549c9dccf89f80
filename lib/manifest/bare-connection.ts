/** What a connection needs to make a request. */
const needed: ReadonlySet<string> = new Set([
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

/** A method as Babel writes it into the list of a class. */
const method = /\{\n {4}key: "(\w+)",\n[\s\S]*?\n {2}\}(?:, (?=\{\n {4}key)|(?=\]\);))/g

/** The code of jsforce's `Connection`, or of its `HttpApi`, with no other methods than those a request needs: a quarter of it. */
export function bareConnection(code: string): string {
  return code.replaceAll(method, (whole: string, name: string) => (needed.has(name) ? whole : ''))
}
