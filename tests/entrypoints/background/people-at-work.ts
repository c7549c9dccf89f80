import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { saidSubjects } from '#lib/handoff/said-back.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater
export const ben = { userId: '005Hs00000009f3IAA', name: 'Ben Kowalski' }
export const mara = { userId: acmeUsers.mara, name: 'Mara Delacroix' }

/** Ana's draft of Brightwater for Ben, which Mara lets go out as it is. */
export async function anaWithDraft(seed = acmeSeed()) {
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  const { ask } = worker
  await ask('context.read', { opportunityId, fresh: true })
  const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
  const change = { recipient: ben, bypass: { reason: 'The kickoff is tomorrow', manager: mara } }
  const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
  callsOf(world)
  const submit = () => ask('handoff.submit', { draftKey, revision })
  const rows = (soql: string) => world.demo.as(acmeUsers.ana).query(soql)
  return { ...worker, world, draftKey, revision, submit, rows }
}

/** Ben, at another computer, after Ana has submitted. */
export async function benWithHandoff(seed = acmeSeed()) {
  const ana = await anaWithDraft(seed)
  await ana.submit()
  await ana.settled()
  const [row] = ana.rows('SELECT Id FROM Handoff__c')
  ana.world.browser.signIn(ben.userId)
  const worker = workerInProcess(ana.world)
  return { ...worker, world: ana.world, rows: ana.rows, handoffId: String(row?.['Id']), ana }
}

/** An acceptance by somebody who has read everything and says it back. */
export function acceptance(handoffId: string, note = '') {
  const said = saidSubjects.map((about) => ({ about, prompt: 'And?', words: 'As I see it' }))
  const sections = builtInTemplates.flatMap((template) => template.sections)
  return { handoffId, note, read: sections.map(({ key }) => key), said }
}

/** Ben, who has accepted in front of the deal. */
export async function benInTransition(seed = acmeSeed()) {
  const desk = await benWithHandoff(seed)
  const { ask, handoffId, settled, rows } = desk
  await ask('context.read', { opportunityId, fresh: true })
  valueOf(await ask('handoff.accept', acceptance(handoffId)))
  await settled()
  const handoff = async () => {
    const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    const found = context?.handoffs.find(({ id }) => id === handoffId)
    if (!found?.transition) throw new Error('no transition')
    return { ...found, transition: found.transition }
  }
  const tasks = () =>
    rows(
      'SELECT Id, Subject, Description, ActivityDate, Status, IsClosed, OwnerId FROM Task',
    ).filter(({ Description }) => String(Description).includes('– Segue'))
  return { ...desk, handoff, tasks }
}
