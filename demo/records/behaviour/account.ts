import { refuse } from '../refusal.ts'
import { textOf } from '../text.ts'
import type { Behaviour } from './behaviour.ts'

/** An account stays as long as deals with it are won. */
export const account: Behaviour = {
  remove: ({ state }, row) => {
    const won = state.store
      .table('Opportunity')
      .where('AccountId', row['Id'])
      .filter((deal) => deal['IsWon'] === true && deal['IsDeleted'] !== true)
    if (won.length === 0) return
    const name = textOf(row['Name'])
    const names = won.map((deal) => textOf(deal['Name'])).join(', ')
    const message = `Your attempt to delete ${name} could not be completed because some opportunities in ${name} were closed won. The opportunities which were closed won are shown below.: ${names}\n`
    throw refuse('DELETE_FAILED', message)
  },
}
