import * as z from 'zod/mini'
import { type Confirmation, confirmationSchema } from './confirmation.ts'
import { needsConfirmation } from './for-good.ts'
import { type ReplyMessage } from './reply.ts'
import type { AnswerOf, Crossings, Params, RequestName } from './requests.ts'
import { withoutSecrets } from '#lib/salesforce/without-secrets.ts'

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

/** What answers the requests of one subject, with what parses them. */
export interface Desk {
  readonly crossings: Partial<Crossings>
  readonly answering: Partial<Answering>
}

/** Finds the desk of a request by its name; null when there is none. */
export type Desks = (request: string) => Promise<Desk> | null

/** A request as it crosses from a surface to the worker. */
const requestMessageSchema = z.object({
  request: z.string(),
  params: z.unknown(),
  confirmation: z.optional(confirmationSchema),
})

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
export function routeTo(desks: Desks, ownOrigin: string, isConfirmed: IsConfirmed) {
  return (message: unknown, sender: Sender): Promise<ReplyMessage> | null => {
    const parsed = requestMessageSchema.safeParse(message)
    if (!parsed.success || sender.origin !== ownOrigin) return null
    const desk = desks(parsed.data.request)
    return (
      desk && confirmed(parsed.data, isConfirmed, () => reply(desk, parsed.data, callerOf(sender)))
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
  desk: Promise<Desk>,
  { request, params }: RequestMessage,
  caller: Caller,
): Promise<ReplyMessage> {
  try {
    return { answer: await answered(await desk, { request, params }, caller) }
  } catch (bug) {
    const words = `${request}: ${bug instanceof Error ? withoutSecrets(bug.message) : 'failed'}`
    return unexpected(await desk.catch(() => null), request, words)
  }
}

/** A bug as a trouble, wherever the surface that asked has a state for one; it would wait for good otherwise. */
function unexpected(desk: Desk | null, request: string, words: string): ReplyMessage {
  const trouble = { kind: 'unknown', detail: words, fields: [] }
  const crossing = desk && isAt(desk.crossings, request) ? desk.crossings[request] : undefined
  try {
    // What has no place for a trouble refuses it, or drops it on the way.
    const answer: unknown = crossing?.answer.parse({ outcome: 'trouble', trouble })
    if (isTrouble(answer)) return { answer }
  } catch {
    // The surface hears of a bug by a failure.
  }
  return { failure: words }
}

function isTrouble(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'outcome' in answer
}

async function answered(
  { crossings, answering }: Desk,
  { request, params }: Pick<RequestMessage, 'request' | 'params'>,
  caller: Caller,
): Promise<unknown> {
  if (!isAt(crossings, request)) throw new Error('there is no such request')
  return answeredBy({ crossings, answering }, { name: request, params }, caller)
}

function isAt(crossings: Partial<Crossings>, request: string): request is RequestName {
  return Object.hasOwn(crossings, request)
}

async function answeredBy<Name extends RequestName>(
  { crossings, answering }: Desk,
  { name, params }: { readonly name: Name; readonly params: unknown },
  caller: Caller,
): Promise<AnswerOf<Name>> {
  const crossing: Crossings[Name] | undefined = crossings[name]
  const answer: Answering[Name] | undefined = answering[name]
  if (!crossing || !answer) throw new Error('nobody answers this request')
  return crossing.answer.parse(await answer(crossing.params.parse(params), caller))
}
