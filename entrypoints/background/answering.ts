import type { Answering } from '#lib/messaging/router.ts'
import { astrayAnswers } from './astray-answers.ts'
import { cardAnswers } from './card-answers.ts'
import { contextAnswers } from './context-answers.ts'
import { draftAnswers } from './draft-answers.ts'
import { evidenceAnswers } from './evidence-answers.ts'
import { handoffAnswers } from './handoff-answers.ts'
import { historyAnswers } from './history-answers.ts'
import { inboxAnswers } from './inbox-answers.ts'
import { managerAnswers } from './manager-answers.ts'
import { notificationAnswers } from './notification-settings.ts'
import type { Office } from './office.ts'
import { installAnswers } from './install-answers.ts'
import { outboxAnswers } from './outbox-answers.ts'
import { overviewAnswers } from './overview-answers.ts'
import { pageAnswers } from './page-answers.ts'
import { privacyAnswers } from './privacy-answers.ts'
import { storageAnswers } from './storage-answers.ts'
import { receivingAnswers } from './receiving-answers.ts'
import { signInAnswers } from './sign-in-answers.ts'
import { templateAnswers } from './template-answers.ts'
import { transitionAnswers } from './transition-answers.ts'
import { userAnswers } from './user-answers.ts'

/** What the worker does for each request of a surface. */
export function answering(office: Office): Answering {
  return {
    ...pageAnswers(office),
    ...contextAnswers(office),
    ...draftAnswers(office),
    ...astrayAnswers(office),
    ...evidenceAnswers(office),
    ...historyAnswers(office),
    ...handoffAnswers(office),
    ...receivingAnswers(office),
    ...inboxAnswers(office),
    ...managerAnswers(office),
    ...notificationAnswers(office),
    ...overviewAnswers(office),
    ...cardAnswers(office),
    ...outboxAnswers(office),
    ...privacyAnswers(office),
    ...signInAnswers(office),
    ...installAnswers(office),
    ...storageAnswers(office),
    ...templateAnswers(office),
    ...transitionAnswers(office),
    ...userAnswers(office),
  }
}
