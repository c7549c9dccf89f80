import { gunzipSync, inflateSync } from 'node:zlib'
import { readXml } from '../metadata/xml.ts'
import { refuseCall } from '../records/refusal.ts'
import { jsonFault } from './json-fault.ts'

/** What every answer in JSON is called. */
export const JSON_TYPE = { 'Content-Type': 'application/json;charset=UTF-8' }

/** A body as it was sent, and what it says. */
interface JsonBody {
  readonly text: string
  readonly value: unknown
}

const NO_BODY: JsonBody = { text: '', value: undefined }

/** The JSON a request carries; refuses any other body. */
export async function readJson(request: globalThis.Request): Promise<JsonBody> {
  if (request.method === 'GET' || request.method === 'HEAD') return NO_BODY
  const text = await textOf(request)
  if (text === '') return NO_BODY
  const type = mediaType(request.headers.get('Content-Type') ?? JSON_TYPE['Content-Type'])
  if (type === 'application/xml' && isRow(request)) return { text: '', value: xmlFields(text) }
  checkMediaType(type)
  try {
    return { text, value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw refuseCall(400, 'JSON_PARSER_ERROR', jsonFault(text))
  }
}

/** What bodies may be; `fetch` calls a text `text/plain` whose type it was not told, and that is taken here as JSON. */
const taken: ReadonlySet<string> = new Set(['application/json', 'text/plain'])

const mediaType = (given: string): string => given.split(';', 1)[0]?.trim() ?? ''

// Code and text as reported in kevinohara80/nforce #74 and heroku/sf-functions-python #91.
function checkMediaType(type: string): void {
  if (taken.has(type.toLowerCase())) return
  const message = `MediaType of '${type}' is not supported by this resource`
  throw refuseCall(415, 'UNSUPPORTED_MEDIA_TYPE', message)
}

/** One record is made or changed, whose fields may be told in XML. */
const isRow = ({ url }: globalThis.Request): boolean =>
  /^\/services\/data\/v[\d.]+\/sobjects\//.test(new URL(url).pathname)

/** A field for each element below the root; an empty one is null. */
function xmlFields(text: string): Readonly<Record<string, unknown>> {
  try {
    const fields = Object.entries(readXml(text))
    return Object.fromEntries(fields.map(([name, value]) => [name, value === '' ? null : value]))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refuseCall(400, 'XML_PARSER_ERROR', why)
  }
}

const unpack: Readonly<Record<string, (packed: ArrayBuffer) => Uint8Array>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
}

/** Clients may compress what they send (`Content-Encoding`). */
async function textOf(request: globalThis.Request): Promise<string> {
  const unpacked = unpack[request.headers.get('Content-Encoding')?.toLowerCase() ?? '']
  if (!unpacked) return request.text()
  const packed = await request.arrayBuffer()
  try {
    return new TextDecoder().decode(unpacked(packed))
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'invalid encoding'
    throw refuseCall(400, 'JSON_PARSER_ERROR', detail)
  }
}
