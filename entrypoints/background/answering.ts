import type { Desk, Desks } from '#lib/messaging/router.ts'
import type { Office } from './office.ts'

type Opened = (office: Office) => Promise<Desk>

/*
 * What answers each subject's requests is loaded when the first of them is asked. The builder puts it into the
 * worker's one file as an initialiser, so nothing is fetched; but what is not asked for is not evaluated either,
 * and a worker wakes often.
 */
const page: Opened = async (office) => {
  const { pageRequests } = await import('#lib/messaging/page-requests.ts')
  const { pageAnswers } = await import('./page-answers.ts')
  return { crossings: pageRequests, answering: pageAnswers(office) }
}

const identity: Opened = async (office) => {
  const { contextRequests } = await import('#lib/messaging/context-requests.ts')
  const { contextAnswers } = await import('./context-answers.ts')
  return { crossings: contextRequests, answering: contextAnswers(office) }
}

const deals: Opened = async (office) => {
  const { dealsRequests } = await import('#lib/messaging/deals-requests.ts')
  const { dealsAnswers } = await import('./deals-answers.ts')
  return { crossings: dealsRequests, answering: dealsAnswers(office) }
}

const choice: Opened = async (office) => {
  const { choiceRequests } = await import('#lib/messaging/choice-requests.ts')
  const { choiceAnswers } = await import('./choice-answers.ts')
  return { crossings: choiceRequests, answering: choiceAnswers(office) }
}

const draft: Opened = async (office) => {
  const { draftRequests } = await import('#lib/messaging/draft-requests.ts')
  const { draftAnswers } = await import('./draft-answers.ts')
  const { astrayAnswers } = await import('./astray-answers.ts')
  return {
    crossings: draftRequests,
    answering: { ...draftAnswers(office), ...astrayAnswers(office) },
  }
}

const evidence: Opened = async (office) => {
  const { evidenceRequests } = await import('#lib/messaging/evidence-requests.ts')
  const { evidenceAnswers } = await import('./evidence-answers.ts')
  return { crossings: evidenceRequests, answering: evidenceAnswers(office) }
}

const history: Opened = async (office) => {
  const { historyRequests } = await import('#lib/messaging/history-requests.ts')
  const { historyAnswers } = await import('./history-answers.ts')
  return { crossings: historyRequests, answering: historyAnswers(office) }
}

const template: Opened = async (office) => {
  const { templateRequests } = await import('#lib/messaging/template-requests.ts')
  const { templateAnswers } = await import('./template-answers.ts')
  return { crossings: templateRequests, answering: templateAnswers(office) }
}

const users: Opened = async (office) => {
  const { userRequests } = await import('#lib/messaging/user-requests.ts')
  const { userAnswers } = await import('./user-answers.ts')
  return { crossings: userRequests, answering: userAnswers(office) }
}

const handoff: Opened = async (office) => {
  const { handoffRequests } = await import('#lib/messaging/handoff-requests.ts')
  const { receivingRequests } = await import('#lib/messaging/receiving-requests.ts')
  const { managerRequests } = await import('#lib/messaging/manager-requests.ts')
  const { cardRequests } = await import('#lib/messaging/card-requests.ts')
  const { handoffAnswers } = await import('./handoff-answers.ts')
  const { receivingAnswers } = await import('./receiving-answers.ts')
  const { managerAnswers } = await import('./manager-answers.ts')
  const { cardAnswers } = await import('./card-answers.ts')
  return {
    crossings: { ...handoffRequests, ...receivingRequests, ...managerRequests, ...cardRequests },
    answering: {
      ...handoffAnswers(office),
      ...receivingAnswers(office),
      ...managerAnswers(office),
      ...cardAnswers(office),
    },
  }
}

const card: Opened = async (office) => {
  const { cardRequests } = await import('#lib/messaging/card-requests.ts')
  const { cardAnswers } = await import('./card-answers.ts')
  return { crossings: cardRequests, answering: cardAnswers(office) }
}

const outbox: Opened = async (office) => {
  const { outboxRequests } = await import('#lib/messaging/outbox-requests.ts')
  const { outboxAnswers } = await import('./outbox-answers.ts')
  return { crossings: outboxRequests, answering: outboxAnswers(office) }
}

const storage: Opened = async (office) => {
  const { storageRequests } = await import('#lib/messaging/storage-requests.ts')
  const { storageAnswers } = await import('./storage-answers.ts')
  return { crossings: storageRequests, answering: storageAnswers(office) }
}

const inbox: Opened = async (office) => {
  const { inboxRequests } = await import('#lib/messaging/inbox-requests.ts')
  const { inboxAnswers } = await import('./inbox-answers.ts')
  return { crossings: inboxRequests, answering: inboxAnswers(office) }
}

const privacy: Opened = async (office) => {
  const { privacyRequests } = await import('#lib/messaging/privacy-requests.ts')
  const { privacyAnswers } = await import('./privacy-answers.ts')
  return { crossings: privacyRequests, answering: privacyAnswers(office) }
}

const signIn: Opened = async (office) => {
  const { signInRequests } = await import('#lib/messaging/sign-in-requests.ts')
  const { signInAnswers } = await import('./sign-in-answers.ts')
  return { crossings: signInRequests, answering: signInAnswers(office) }
}

const install: Opened = async (office) => {
  const { installRequests } = await import('#lib/messaging/install-requests.ts')
  const { installAnswers } = await import('./install-answers.ts')
  return { crossings: installRequests, answering: installAnswers(office) }
}

const notifications: Opened = async (office) => {
  const { notificationRequests } = await import('#lib/messaging/notification-requests.ts')
  const { notificationAnswers } = await import('./notification-settings.ts')
  return { crossings: notificationRequests, answering: notificationAnswers(office) }
}

const overview: Opened = async (office) => {
  const { overviewRequests } = await import('#lib/messaging/overview-requests.ts')
  const { overviewAnswers } = await import('./overview-answers.ts')
  return { crossings: overviewRequests, answering: overviewAnswers(office) }
}

const leaving: Opened = async (office) => {
  const { leavingRequests } = await import('#lib/messaging/leaving-requests.ts')
  const { leavingAnswers } = await import('./leaving-answers.ts')
  return { crossings: leavingRequests, answering: leavingAnswers(office) }
}

const transition: Opened = async (office) => {
  const { transitionRequests } = await import('#lib/messaging/transition-requests.ts')
  const { transitionAnswers } = await import('./transition-answers.ts')
  return { crossings: transitionRequests, answering: transitionAnswers(office) }
}

const transfer: Opened = async (office) => {
  const { transferRequests } = await import('#lib/messaging/transfer-requests.ts')
  const { transferAnswers } = await import('./transfer-answers.ts')
  return { crossings: transferRequests, answering: transferAnswers(office) }
}

/** The desk of each subject, by the word before the dot of its requests. */
const desks: ReadonlyMap<string, Opened> = new Map([
  ['page', page],
  ['record', page],
  ['panel', page],
  ['shortcut', page],
  ['identity', identity],
  ['context', identity],
  ['choice', choice],
  ['deals', deals],
  ['draft', draft],
  ['evidence', evidence],
  ['history', history],
  ['template', template],
  ['mapping', template],
  ['users', users],
  ['handoff', handoff],
  ['packet', handoff],
  ['card', card],
  ['outbox', outbox],
  ['storage', storage],
  ['inbox', inbox],
  ['privacy', privacy],
  ['sign-in', signIn],
  ['policy', signIn],
  ['install', install],
  ['doctor', install],
  ['notifications', notifications],
  ['overview', overview],
  ['leaving', leaving],
  ['transition', transition],
  ['transfer', transfer],
])

/** What the worker does for each request of a surface. */
export function answering(office: Office): Desks {
  const opened = new Map<Opened, Promise<Desk>>()
  return (request) => {
    const open = desks.get(request.split('.', 1)[0] ?? '')
    if (!open) return null
    const desk = opened.get(open) ?? open(office)
    opened.set(open, desk)
    return desk
  }
}
