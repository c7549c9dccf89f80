import type { AnswerOf } from '#lib/messaging/requests.ts'
import { factsHeard } from './use-facts.ts'
import { ask, keys, queries } from './segue.ts'
import { ownQuery } from './use-template.ts'

/** Where this panel is, as the worker says. */
type Page = AnswerOf<'page.read'>

/** Asks the worker for the page, and takes in what came with it. */
export async function readPage(): Promise<Page> {
  const heard = factsHeard()
  const page = await ask('page.read', { pass: window.name })
  // What was said to have changed meanwhile may be older here: then each part is asked for when it is needed.
  if (factsHeard() === heard) takeIn(page)
  return page
}

/** What is known already stays: it may hold what was typed since. */
function takeIn({ opportunityId, here }: Page): void {
  if (opportunityId === null || here === null) return
  const { context, draft, outbox, policy, ownTemplates } = here
  note(keys.policy, policy)
  note(ownQuery.queryKey, ownTemplates)
  note(keys.cached(opportunityId), context)
  // Without a draft it may just have been sent: the outbox is then asked for once that is known.
  if (draft === null) return
  note(keys.draft(opportunityId), draft)
  note(keys.outbox(opportunityId), outbox)
}

function note(queryKey: readonly string[], value: unknown): void {
  if (queries.getQueryState(queryKey) === undefined) queries.setQueryData(queryKey, value)
}
