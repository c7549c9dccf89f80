/** A refused query: what Salesforce answers with status 400. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  readonly errorCode: string

  constructor(errorCode: string, message: string) {
    super(message)
    this.errorCode = errorCode
  }
}

const AROUND = 30
const SEPARATOR = /[\s,]/

/** The refusal with the piece of query around the place, a caret under it, row and column. */
export function errorAt(query: string, at: number, refusal: QueryError): QueryError {
  const before = query.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  const line = query.slice(lineStart).split('\n', 1)[0] ?? ''
  const row = before.split('\n').length
  const column = at - lineStart
  const from = wordStart(line, column - AROUND)
  const excerpt = line.slice(from, wordEnd(line, column + AROUND))
  const place = `ERROR at Row:${row}:Column:${column + 1}`
  const message = `\n${excerpt}\n${' '.repeat(column - from)}^\n${place}\n${refusal.message}`
  return new QueryError(refusal.errorCode, message)
}

// Salesforce shows about 30 characters either side and never cuts a word: seen in the reports
// developerforce/open-cti-demo-adapter #31, boomii/bdw #94 and forcedotcom/SFDX-Data-Move-Utility #1194.
function wordStart(line: string, from: number): number {
  let start = Math.max(from, 0)
  while (start > 0 && !SEPARATOR.test(line.charAt(start - 1))) start -= 1
  return start
}

function wordEnd(line: string, from: number): number {
  let end = Math.min(from, line.length)
  while (end < line.length && !SEPARATOR.test(line.charAt(end))) end += 1
  return end
}
