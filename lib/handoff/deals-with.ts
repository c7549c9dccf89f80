import { findingIn, folded } from './inbox-filter.ts'
import type { Unhanded } from './unhanded.ts'

/** The deals in whose name, account or stage each word of a text is found. */
export function dealsWith<Deal extends Pick<Unhanded, 'name' | 'accountName' | 'stage'>>(
  deals: readonly Deal[],
  text: string,
): readonly Deal[] {
  const isIn = findingIn(text)
  return deals.filter(({ name, accountName, stage }) =>
    isIn(folded([name, accountName, stage].join('\n'))),
  )
}
