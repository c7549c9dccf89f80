import { ConnectionCut } from './connection-cut.ts'
import type { Effect } from './rule.ts'

/** Answers a request, as usual. */
export type Answering = () => Promise<Response>

/** Answers a request under one effect. */
type Suffering = (effect: Effect, answering: Answering) => Promise<Response>

/** Answers a request under all the effects that strike it; throws `ConnectionCut` where it is cut. */
export function suffer(effects: readonly Effect[], answering: Answering): Promise<Response> {
  const whole = effects.reduceRight<Answering>(
    (inner, effect) => () => sufferOne(effect, inner),
    answering,
  )
  return whole()
}

/** The answer to a request that an error strikes. */
function errorResponse(effect: Effect & { kind: 'error' }): Response {
  const { errorCode, message, fields, status, headers } = effect
  const entry = fields ? { message, errorCode, fields } : { message, errorCode }
  return Response.json([entry], { status, headers })
}

const sufferOne: Suffering = async (effect, answering) => {
  switch (effect.kind) {
    case 'delay':
      await pause(effect.milliseconds)
      return answering()
    case 'drop':
      throw new ConnectionCut()
    case 'cut':
      await answering()
      throw new ConnectionCut()
    case 'half':
      return halved(await answering())
    case 'drip':
      return dripping(await answering(), effect)
    case 'html':
      return new Response(effect.html, {
        status: effect.status,
        headers: { 'Content-Type': 'text/html;charset=UTF-8' },
      })
    case 'error':
      if (effect.afterwards) await answering()
      return errorResponse(effect)
    case 'lock':
      return answering()
  }
}

/** The first half of the body, then an error in the stream. */
async function halved(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const half = bytes.slice(0, Math.floor(bytes.length / 2))
  const pieces = [() => half, () => Promise.reject(new ConnectionCut())]
  return withBody(response, streamOf(pieces))
}

async function dripping(
  response: Response,
  { bytes: size, milliseconds }: { bytes: number; milliseconds: number },
): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const count = Math.ceil(bytes.length / size)
  const pieces = Array.from({ length: count }, (_, at) => async () => {
    await pause(milliseconds)
    return bytes.slice(at * size, (at + 1) * size)
  })
  return withBody(response, streamOf(pieces))
}

type Piece = () => Uint8Array | Promise<Uint8Array>

function streamOf(pieces: readonly Piece[]): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece = pieces[at]
      at += 1
      if (piece) controller.enqueue(await piece())
      else controller.close()
    },
  })
}

function withBody(response: Response, body: ReadableStream<Uint8Array>): Response {
  const { status, headers } = response
  return new Response(response.body === null ? null : body, { status, headers })
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
