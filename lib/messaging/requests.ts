import type * as z from 'zod/mini'
import type { cardRequests } from './card-requests.ts'
import type { choiceRequests } from './choice-requests.ts'
import type { contextRequests } from './context-requests.ts'
import type { dealsRequests } from './deals-requests.ts'
import type { draftRequests } from './draft-requests.ts'
import type { evidenceRequests } from './evidence-requests.ts'
import type { handoffRequests } from './handoff-requests.ts'
import type { historyRequests } from './history-requests.ts'
import type { inboxRequests } from './inbox-requests.ts'
import type { installRequests } from './install-requests.ts'
import type { leavingRequests } from './leaving-requests.ts'
import type { managerRequests } from './manager-requests.ts'
import type { notificationRequests } from './notification-requests.ts'
import type { outboxRequests } from './outbox-requests.ts'
import type { overviewRequests } from './overview-requests.ts'
import type { pageRequests } from './page-requests.ts'
import type { privacyRequests } from './privacy-requests.ts'
import type { receivingRequests } from './receiving-requests.ts'
import type { signInRequests } from './sign-in-requests.ts'
import type { storageRequests } from './storage-requests.ts'
import type { templateRequests } from './template-requests.ts'
import type { transferRequests } from './transfer-requests.ts'
import type { transitionRequests } from './transition-requests.ts'
import type { userRequests } from './user-requests.ts'

/**
 * What a surface may ask of the worker: parameters and answer of each request. Types only: what parses them is
 * loaded by subject when it is first asked, because a worker pays for everything it evaluates at each wake.
 */
type Requests = typeof pageRequests &
  typeof contextRequests &
  typeof choiceRequests &
  typeof dealsRequests &
  typeof draftRequests &
  typeof evidenceRequests &
  typeof historyRequests &
  typeof templateRequests &
  typeof userRequests &
  typeof handoffRequests &
  typeof receivingRequests &
  typeof outboxRequests &
  typeof storageRequests &
  typeof inboxRequests &
  typeof privacyRequests &
  typeof signInRequests &
  typeof installRequests &
  typeof leavingRequests &
  typeof managerRequests &
  typeof notificationRequests &
  typeof overviewRequests &
  typeof cardRequests &
  typeof transitionRequests &
  typeof transferRequests

export type RequestName = keyof Requests
export type Params<Name extends RequestName> = z.infer<Requests[Name]['params']>
export type AnswerOf<Name extends RequestName> = z.infer<Requests[Name]['answer']>

type Parse<Value> = { readonly parse: (value: unknown) => Value }

/** What parses each request's parameters and answer. */
export type Crossings = {
  readonly [Name in RequestName]: {
    readonly params: Parse<Params<Name>>
    readonly answer: Parse<AnswerOf<Name>>
  }
}
