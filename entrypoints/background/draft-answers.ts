import { answerLength } from '#lib/handoff/answer-length.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Moment } from '#lib/handoff/retype.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import type { Params } from '#lib/messaging/requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Owner } from '#lib/storage/database.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

/** Reading a draft is what most often wakes a worker: it does without what starting one needs. */
const starting = () => import('./draft-starting.ts')

type DraftRequest = Exclude<
  Extract<keyof Answering, `draft.${string}`>,
  'draft.astray' | 'draft.retarget'
>

/** One answer of a draft that has changed. */
type Answered = Pick<Extract<Fact, { fact: 'draft-changed' }>, 'answered'>

/** What the worker answers about drafts. Nothing but `start` and `refresh` needs the network. */
export function draftAnswers(office: Office): Pick<Answering, DraftRequest> {
  const { drafts, ports, whereabouts, gateway } = office
  return {
    'draft.read': async ({ opportunityId }, caller) => {
      const found = await outcomeOf(async () => {
        const user = await gateway.identity(await whereabouts.org(caller))
        return draftOf(office, user, opportunityId)
      })
      // Nobody's drafts are shown while nobody is known to be signed in.
      return found.outcome === 'ok' ? found.value : null
    },
    'draft.start': (params, caller) =>
      outcomeOf(async () => (await starting()).start(office, params, caller)),
    'draft.answer': (change) =>
      outcomeOf(async () => {
        const draft = await drafts.answer(change, ports.now())
        return momentOf(announced(office, draft, carried(change)))
      }),
    'draft.retype': ({ draftKey, ...retyping }) =>
      outcomeOf(async () => {
        const draft = await drafts.retype(draftKey, retyping, ports.now())
        return draft && momentOf(announced(office, draft))
      }),
    'draft.change': ({ draftKey, change }) =>
      outcomeOf(async () =>
        announced(office, await drafts.rework(draftKey, () => change, ports.now())),
      ),
    'draft.refresh': ({ draftKey }, caller) =>
      outcomeOf(async () => (await starting()).refill(office, draftKey, caller)),
    'draft.discard': ({ draftKey }) =>
      outcomeOf(async () => ({
        undo: announced(office, await drafts.discard(draftKey, ports.now())),
      })),
    'draft.restore': ({ draft }) =>
      outcomeOf(async () => announced(office, await drafts.restore(draft))),
  }
}

/** The user's draft for an opportunity, or null. A newer version of its template takes it in right after. */
export async function draftOf(
  office: Office,
  user: Owner,
  opportunityId: string,
): Promise<Draft | null> {
  const draft = await office.drafts.find(user, opportunityId)
  // What the user has written is shown at once.
  if (draft) office.ports.afterwards(async () => (await starting()).takeIntoNewest(office, draft))
  return draft
}

const momentOf = ({ revision, updatedAt }: Draft): Moment => ({ revision, savedAt: updatedAt })

/** How long a message about an answer may be, in characters: a longer one is cheaper asked for by whom it concerns. */
const LONGEST_CARRIED = 8000

/** The answer to go with the word that it is stored. */
function carried({ question, answer }: Params<'draft.answer'>): Answered {
  const isShort = answer === null || answerLength(answer) <= LONGEST_CARRIED
  return isShort ? { answered: { question, answer } } : {}
}

/** Tells every surface that a draft has changed, and which answer of it. Throws when there is none. */
export function announced({ ports }: Office, draft: Draft | null, answered: Answered = {}): Draft {
  if (!draft) throw noDraft()
  const { key: draftKey, opportunityId, revision } = draft
  ports.announce({ fact: 'draft-changed', draftKey, opportunityId, revision, ...answered })
  return draft
}

/** What is said of a draft that is gone. */
export function noDraft(): SalesforceError {
  return new SalesforceError('record-gone', 'This draft is no longer on this computer.')
}
