import * as z from 'zod/mini'
import { type AnswerOf, crossings, type Params, type RequestName, requests } from './requests.ts'

/** Where a request came from: the tab whose page the surface sits on, or none for the popup. */
export interface Caller {
  readonly tabId: number | null
  /** The address of the tab as the browser knows it, never as the message says it. */
  readonly tabUrl: string | null
}

/** What the worker does for each request. */
export type Answering = {
  readonly [Name in RequestName]: (params: Params<Name>, caller: Caller) => Promise<AnswerOf<Name>>
}

const names = Object.keys(requests).filter((name): name is RequestName => name in requests)

/** A request as it crosses from a surface to the worker. */
const requestMessageSchema = z.object({ request: z.enum(names), params: z.unknown() })

/** What comes back: the answer, or that the worker itself failed, which is a bug. */
export const replyMessageSchema = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ failure: z.string() }),
])
export type ReplyMessage = z.infer<typeof replyMessageSchema>

/** The sender of a message, as the browser vouches for it. */
export interface Sender {
  readonly origin?: string | undefined
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined
}

/**
 * Answers a message when it is a request of one of our own pages; null when it is not for us. Content
 * scripts have the page's origin and are refused here, whatever they ask.
 */
export function routeTo(answering: Answering, ownOrigin: string) {
  return (message: unknown, sender: Sender): Promise<ReplyMessage> | null => {
    const parsed = requestMessageSchema.safeParse(message)
    if (!parsed.success || sender.origin !== ownOrigin) return null
    return reply(answering, parsed.data, callerOf(sender))
  }
}

function callerOf({ tab }: Sender): Caller {
  return { tabId: tab?.id ?? null, tabUrl: tab?.url ?? null }
}

async function reply(
  answering: Answering,
  { request, params }: z.infer<typeof requestMessageSchema>,
  caller: Caller,
): Promise<ReplyMessage> {
  try {
    return { answer: await answered(answering, { name: request, params }, caller) }
  } catch (bug) {
    return { failure: `${request}: ${bug instanceof Error ? bug.message : 'failed'}` }
  }
}

async function answered<Name extends RequestName>(
  answering: Answering,
  { name, params }: { readonly name: Name; readonly params: unknown },
  caller: Caller,
): Promise<AnswerOf<Name>> {
  const crossing = crossings[name]
  return crossing.answer.parse(await answering[name](crossing.params.parse(params), caller))
}
