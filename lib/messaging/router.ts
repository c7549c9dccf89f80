import * as z from 'zod/mini'
import { type Confirmation, confirmationSchema, needsConfirmation } from './confirmation.ts'
import { type AnswerOf, crossings, type Params, type RequestName, requests } from './requests.ts'

/** Where a request came from: the tab whose page the surface sits on, or none for the popup. */
export interface Caller {
  readonly tabId: number | null
  /** The address of the tab as the browser knows it, never as the message says it. */
  readonly tabUrl: string | null
  /** Whether it is a frame in that page. */
  readonly isFramed: boolean
}

/** What the worker does for each request. */
export type Answering = {
  readonly [Name in RequestName]: (params: Params<Name>, caller: Caller) => Promise<AnswerOf<Name>>
}

const names = Object.keys(requests).filter((name): name is RequestName => name in requests)

/** A request as it crosses from a surface to the worker. */
const requestMessageSchema = z.object({
  request: z.enum(names),
  params: z.unknown(),
  confirmation: z.optional(confirmationSchema),
})

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
  /** 0 is the tab's own page. */
  readonly frameId?: number | undefined
}

/** Whether a confirmation is recent and heard for the first time. */
export type IsConfirmed = (confirmation: Confirmation | undefined) => Promise<boolean>

/**
 * Answers a message when it is a request of one of our own pages; null when it is not for us. Content
 * scripts have the page's origin and are refused here, whatever they ask. What changes something for good is
 * done once for each press.
 */
export function routeTo(answering: Answering, ownOrigin: string, isConfirmed: IsConfirmed) {
  return (message: unknown, sender: Sender): Promise<ReplyMessage> | null => {
    const parsed = requestMessageSchema.safeParse(message)
    if (!parsed.success || sender.origin !== ownOrigin) return null
    return confirmed(parsed.data, isConfirmed, () =>
      reply(answering, parsed.data, callerOf(sender)),
    )
  }
}

type RequestMessage = z.infer<typeof requestMessageSchema>

async function confirmed(
  { request, confirmation }: RequestMessage,
  isConfirmed: IsConfirmed,
  answer: () => Promise<ReplyMessage>,
): Promise<ReplyMessage> {
  const isDue = !needsConfirmation(request) || (await isConfirmed(confirmation))
  return isDue ? answer() : { failure: `${request}: this press was heard already.` }
}

function callerOf({ tab, frameId }: Sender): Caller {
  const isFramed = frameId !== undefined && frameId !== 0
  return { tabId: tab?.id ?? null, tabUrl: tab?.url ?? null, isFramed }
}

async function reply(
  answering: Answering,
  { request, params }: RequestMessage,
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
