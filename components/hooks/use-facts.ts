import { useEffect } from 'react'
import type { Fact } from '#lib/messaging/facts.ts'
import { onFact } from '#lib/messaging/client.ts'
import { takeIn } from './others-answers.ts'
import { isNews } from './own-saves.ts'
import { keys, queries } from './segue.ts'

/** What each fact makes out of date. */
const staleAfter: {
  readonly [Name in Fact['fact']]: (fact: Extract<Fact, { fact: Name }>) => readonly unknown[][]
} = {
  'draft-changed': ({ opportunityId, answered }) => [
    [...keys.draft(opportunityId)],
    ...(answered ? [] : [[...keys.privacy]]),
  ],
  'context-changed': ({ opportunityId }) => [
    [...keys.cached(opportunityId)],
    [...keys.fresh(opportunityId)],
    [...keys.privacy],
  ],
  'outbox-changed': ({ opportunityId }) => [
    [...keys.outbox(opportunityId)],
    [...keys.sendings],
    [...keys.privacy],
  ],
  'evidence-changed': ({ draftKey }) => [[...keys.evidence(draftKey)]],
  'inbox-changed': () => [[...keys.inbox(false)]],
  'identity-changed': () => [
    ['identity'],
    ['context'],
    ['draft'],
    ['outbox'],
    ['inbox'],
    ['deals'],
    ['privacy'],
    ['policy'],
    ['doctor'],
    ['sign-in'],
    ['history'],
    ['overview'],
    ['leaving'],
    ['mapping'],
    ['notifications'],
    ['templates-listed'],
  ],
  // Which templates there are is read first: by that, each is read from where it lies now.
  'templates-changed': () => [
    ['templates'],
    ['template'],
    ['choices'],
    ['templates-listed'],
    ['mapping'],
  ],
  'mapping-changed': () => [['context']],
  'storage-changed': () => [[...keys.storage]],
  'page-changed': () => [[...keys.page]],
  'panel-summoned': () => [],
  'panel-aimed': () => [],
}

function staleBy<Name extends Fact['fact']>(fact: Extract<Fact, { fact: Name }> & { fact: Name }) {
  return staleAfter[fact.fact](fact)
}

async function readAgain(fact: Fact): Promise<void> {
  if (fact.fact === 'draft-changed' && (!(await isNews(fact)) || takeIn(fact))) return
  if (fact.fact === 'page-changed') return readPageAgain()
  for (const queryKey of staleBy(fact)) void queries.invalidateQueries({ queryKey })
}

async function readPageAgain(): Promise<void> {
  const { page: queryKey } = keys
  // A panel that was only made ready must not come up with the deal that its page showed before.
  queries.removeQueries({ queryKey, type: 'inactive' })
  // What is on its way was asked of the page before: a query that never had an answer would take that one.
  const isAnswered = queries.getQueryData(queryKey) !== undefined
  await (isAnswered ? queries.invalidateQueries({ queryKey }) : queries.resetQueries({ queryKey }))
}

function hear(fact: Fact): void {
  heard += 1
  void readAgain(fact)
}

let isFresh = false
let heard = 0

/** How many facts this surface has heard so far. */
export const factsHeard = (): number => heard

/**
 * Reads again what the worker says has changed, for as long as the page lives. Only the first call does something:
 * a second one would take what this surface has saved itself for news.
 */
export function keepFresh(): void {
  if (isFresh) return
  isFresh = true
  onFact(chrome.runtime, hear, new AbortController().signal)
}

/** Hands every fact on. */
export function useFacts(onEach: (fact: Fact) => void): void {
  useEffect(() => {
    const controller = new AbortController()
    onFact(chrome.runtime, onEach, controller.signal)
    return () => controller.abort()
  }, [onEach])
}
