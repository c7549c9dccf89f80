import { folded } from './inbox-filter.ts'
import type { Unhanded } from './unhanded.ts'

/** The deals in whose name, account or stage each word of a text is found. */
export function dealsWith<Deal extends Pick<Unhanded, 'name' | 'accountName' | 'stage'>>(
  deals: readonly Deal[],
  text: string,
): readonly Deal[] {
  const words = folded(text).split(/\s+/)
  return deals.filter(({ name, accountName, stage }) => {
    const within = folded([name, accountName, stage].join('\n'))
    return words.every((word) => within.includes(word))
  })
}
