import type { Params } from '#lib/messaging/requests.ts'
import { ask } from './segue.ts'

type Aim = Pick<Params<'record.open'>, 'aim'>

/** Opens a deal with the panel: there its handoff is begun, or goes on. */
export async function openDeal(opportunityId: string, aim: Aim = {}): Promise<void> {
  await ask('record.open', { recordId: opportunityId, panel: true, ...aim })
}

/** Opens the deal of a handoff; one without an opportunity is a record of its own. */
export async function openHandoff(
  { opportunityId, id }: { readonly opportunityId: string; readonly id: string },
  aim: Aim = {},
): Promise<void> {
  if (opportunityId !== '') return openDeal(opportunityId, aim)
  await ask('record.open', { recordId: id, panel: false, ...aim })
}
