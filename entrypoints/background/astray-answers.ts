import type { Answering } from '#lib/messaging/router.ts'
import type { Office } from './office.ts'
import { outcomeOf, userOf } from './outcome.ts'

type AstrayRequest = 'draft.astray' | 'draft.retarget'

// Seldom asked, and much hangs on it: a worker that wakes for a draft does without.
const work = () => import('./astray.ts')

/** What the worker answers about drafts whose opportunity was deleted or merged. */
export function astrayAnswers(office: Office): Pick<Answering, AstrayRequest> {
  return {
    'draft.astray': async (_, caller) => {
      const user = await userOf(office, caller)
      if (!user) return []
      const { astrayOf } = await work()
      const astray = await astrayOf(office, user)
      return astray.map(({ draft: { key, opportunityId, opportunityName, answers } }) => ({
        draftKey: key,
        opportunityId,
        opportunityName,
        answers: Object.keys(answers).length,
      }))
    },
    'draft.retarget': (asked, caller) =>
      outcomeOf(async () => (await work()).retarget(office, asked, caller)),
  }
}
