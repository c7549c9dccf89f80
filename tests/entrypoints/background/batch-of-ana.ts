import type { Params } from '#lib/messaging/requests.ts'
import { type Answered, beginEach } from '../../../entrypoints/insights/begin-each.ts'
import { acmeSeed, acmeUsers, callsOf, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { ben } from './people-at-work.ts'
import { workerInProcess } from './worker-in-process.ts'

export const halden = '006Hs000000098gIAA'
export const ostrava = '006Hs0000000ADFIA2'
export const rhine = '006Hs0000000BHoIAM'
export const kestrel = '006Hs0000000DQwIAM'

/** Ana, whose territory changes, with a worker that was asked before who she is. */
export async function anaIn(seed = acmeSeed()) {
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  await worker.ask('identity.read', {})
  callsOf(world)
  return { ...worker, world }
}

type Worker = Pick<ReturnType<typeof workerInProcess>, 'ask'>

export const reason = { type: 'picklist', value: 'regional-change' } as const
export const day = { type: 'date', date: '2027-01-04' } as const

const said = {
  templateKey: 'territory',
  recipient: ben,
  values: { reason, 'reason.effective': day },
}

export const begin = (
  { ask }: Worker,
  opportunityId: string,
  changes: Partial<Params<'deals.begin'>> = {},
) => ask('deals.begin', { opportunityId, draftKey: `of-${opportunityId}`, ...said, ...changes })

export const draftOf = ({ ask }: Worker, opportunityId: string) =>
  ask('draft.read', { opportunityId })

/** Begins several deals as the page does, with what became of each. */
export async function beginAll(worker: Worker, ids: readonly string[], draftKey?: string) {
  const answers = new Map<string, Answered>()
  const stop = await beginEach(ids, {
    begin: (id) =>
      begin(worker, id, draftKey === undefined ? {} : { draftKey: `${draftKey}-${id}` }),
    onAnswer: (id, answer) => void answers.set(id, answer),
    signal: new AbortController().signal,
  })
  return { answers, stop }
}

export const outcomeOf = (answer: Answered | undefined) =>
  answer?.outcome === 'ok' ? answer.value : answer?.trouble.kind
