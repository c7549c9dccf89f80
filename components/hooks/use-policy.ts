import { useQuery } from '@tanstack/react-query'
import { bypasses } from '#lib/handoff/bypass-rule.ts'
import type { Template } from '#lib/handoff/template.ts'
import { tiers, type Tier } from '#lib/handoff/tier.ts'
import { ask, keys } from './segue.ts'

/** Only answers that this circle may read leave the computer, as the company has decided. */
export function useNarrowestTier(): Tier {
  const decided = useDecided('narrowestTier')
  return tiers.find((tier) => tier === decided) ?? 'recipient'
}

/** Whether the company lets a manager stand behind what is not complete. */
export function useBypassPolicy(): NonNullable<Template['bypass']> {
  const decided = useDecided('bypass')
  return bypasses.find((bypass) => bypass === decided) ?? 'with-manager'
}

function useDecided(part: 'narrowestTier' | 'bypass'): unknown {
  const { data } = useQuery(policyQuery)
  return data?.set.find(({ key }) => key === part)?.value
}

/** How it is asked what the company has decided. */
export const policyQuery = { queryKey: keys.policy, queryFn: () => ask('policy.read', {}) }
