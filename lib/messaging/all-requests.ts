import { cardRequests } from './card-requests.ts'
import { choiceRequests } from './choice-requests.ts'
import { contextRequests } from './context-requests.ts'
import { dealsRequests } from './deals-requests.ts'
import { draftRequests } from './draft-requests.ts'
import { evidenceRequests } from './evidence-requests.ts'
import { handoffRequests } from './handoff-requests.ts'
import { historyRequests } from './history-requests.ts'
import { inboxRequests } from './inbox-requests.ts'
import { installRequests } from './install-requests.ts'
import { leavingRequests } from './leaving-requests.ts'
import { managerRequests } from './manager-requests.ts'
import { notificationRequests } from './notification-requests.ts'
import { outboxRequests } from './outbox-requests.ts'
import { overviewRequests } from './overview-requests.ts'
import { pageRequests } from './page-requests.ts'
import { privacyRequests } from './privacy-requests.ts'
import { receivingRequests } from './receiving-requests.ts'
import { signInRequests } from './sign-in-requests.ts'
import { storageRequests } from './storage-requests.ts'
import { templateRequests } from './template-requests.ts'
import { transferRequests } from './transfer-requests.ts'
import { transitionRequests } from './transition-requests.ts'
import { userRequests } from './user-requests.ts'
import type { Crossings } from './requests.ts'

/** Every request at once: for tests, which look at all of them. The extension loads them by subject. */
export const requests = {
  ...pageRequests,
  ...contextRequests,
  ...choiceRequests,
  ...dealsRequests,
  ...draftRequests,
  ...evidenceRequests,
  ...historyRequests,
  ...templateRequests,
  ...userRequests,
  ...handoffRequests,
  ...receivingRequests,
  ...outboxRequests,
  ...storageRequests,
  ...inboxRequests,
  ...privacyRequests,
  ...signInRequests,
  ...installRequests,
  ...leavingRequests,
  ...managerRequests,
  ...notificationRequests,
  ...overviewRequests,
  ...cardRequests,
  ...transitionRequests,
  ...transferRequests,
} as const

/** The same declarations, seen as what parses each request's parameters and answer. */
export const crossings: Crossings = requests
