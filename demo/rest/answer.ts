import { deflateSync, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { JSON_TYPE } from './body.ts'
import type { Reply } from './call.ts'
import { wantsXml, XML_TYPE, xmlOf } from './xml-answer.ts'

/** A reply as the caller wants it: in JSON or XML, as it is or compressed. */
export function answerOf({ req }: Context, reply: Reply): Response {
  const { status, headers = {} } = reply
  const isPretty = req.header('X-PrettyPrint') === '1'
  const { bytes, type } = written(reply, new URL(req.url), {
    accept: req.header('Accept'),
    isPretty,
  })
  const { packed, encoding } = compressed(bytes, req.header('Accept-Encoding'))
  return new Response(packed, { status, headers: { ...type, ...encoding, ...headers } })
}

interface Wish {
  readonly accept: string | undefined
  readonly isPretty: boolean
}

interface Written {
  readonly bytes: string | Uint8Array<ArrayBuffer> | null
  readonly type: Readonly<Record<string, string>>
}

function written(reply: Reply, url: URL, { accept, isPretty }: Wish): Written {
  const { body } = reply
  if (body === undefined) return { bytes: null, type: {} }
  if (body instanceof Uint8Array) return { bytes: new Uint8Array(body), type: JSON_TYPE }
  const xml = wantsXml(url, accept) ? xmlOf(reply, url) : undefined
  if (xml !== undefined) return { bytes: xml, type: XML_TYPE }
  return { bytes: JSON.stringify(body, null, isPretty ? 2 : undefined), type: JSON_TYPE }
}

/** https://developer.salesforce.com/docs/platform/api-rest/guide/intro-rest-compression.html */
const packers: Readonly<Record<string, typeof gzipSync>> = { gzip: gzipSync, deflate: deflateSync }

function compressed(bytes: Written['bytes'], accepted = '') {
  const names = accepted.split(',').map((name) => name.split(';')[0]?.trim().toLowerCase() ?? '')
  const name = names.find((one) => Object.hasOwn(packers, one)) ?? ''
  const pack = packers[name]
  const Vary = 'Accept-Encoding'
  if (bytes === null) return { packed: null, encoding: {} }
  if (!pack) return { packed: bytes, encoding: { Vary } }
  return { packed: new Uint8Array(pack(bytes)), encoding: { 'Content-Encoding': name, Vary } }
}
