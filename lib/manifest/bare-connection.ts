import { parseSync } from 'vite'

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
  return methodsOf(source)
    .filter(({ name }) => !needed.has(name))
    .reduceRight((code, { start, end }) => code.slice(0, start) + code.slice(end), source)
}

interface Method {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The methods of the classes that a module exports, in their order. */
export function methodsOf(source: string): readonly Method[] {
  return parseSync('source.ts', source).program.body.flatMap((one) => {
    if (one.type !== 'ExportNamedDeclaration' || one.declaration?.type !== 'ClassDeclaration')
      return []
    return one.declaration.body.body.flatMap((member) =>
      member.type === 'MethodDefinition' && member.key.type === 'Identifier'
        ? [{ name: member.key.name, start: member.start, end: member.end }]
        : [],
    )
  })
}
