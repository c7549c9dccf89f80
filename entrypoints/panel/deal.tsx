import { useMemo } from 'react'
import type { SearchContacts } from '#components/handoff/contacts-of-account.ts'
import { WithSetting, type Setting } from '#components/handoff/setting.ts'
import { unexplained } from '#components/hooks/attempted.ts'
import { searchIn } from '#components/hooks/search-users.ts'
import { ask } from '#components/hooks/segue.ts'
import { type Opportunity, useOpportunity } from '#components/hooks/use-opportunity.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { formatsOf } from '#components/ui/formats.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Context } from '#lib/salesforce/context.ts'
import { HandoffOfDeal } from './handoff-of-deal.tsx'
import { close } from './close.ts'

interface DealProps {
  readonly opportunityId: string
}

/** The deal of the page: its handoff once something is known, a designed state until then. */
export function Deal({ opportunityId }: DealProps) {
  const opportunity = useOpportunity(opportunityId)
  const { context, trouble, askAgain } = opportunity
  if (context === null && trouble !== null) {
    return (
      <TroubleState
        trouble={trouble}
        kept
        whole
        onAction={(action) => (action === 'close' ? close() : askAgain())}
      />
    )
  }
  if (context === null) return <Skeleton words="Reading the opportunity from Salesforce…" />
  return <KnownDeal context={context} opportunity={opportunity} />
}

interface KnownDealProps {
  readonly context: Context
  readonly opportunity: Opportunity
}

function KnownDeal({ context, opportunity }: KnownDealProps) {
  const setting = useMemo(() => settingOf(context), [context])
  return (
    <WithSetting value={setting}>
      <HandoffOfDeal context={context} opportunity={opportunity} />
    </WithSetting>
  )
}

function settingOf({ identity, deal, labels, picklists, people }: Context): Setting {
  return {
    me: { userId: identity.userId, name: identity.userName },
    deal,
    labels,
    formats: formatsOf(identity.locale, identity.timeZone),
    picklists,
    offered: async (path) =>
      (await import('#components/hooks/offered-values.ts')).offeredFor(deal, path),
    searchUsers: searchIn(deal.opportunityId),
    searchManagers: searchIn(deal.opportunityId, 'manager'),
    searchContacts: contactsIn(deal.opportunityId),
    people,
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    lightningOrigin: identity.lightningOrigin,
  }
}

function contactsIn(opportunityId: string): SearchContacts {
  return async (text) => {
    const found = await ask('users.contacts', { opportunityId, text }).catch(unexplained)
    if (found.outcome === 'ok') return { contacts: found.value }
    return { contacts: [], problem: found.trouble.detail || 'The search did not work.' }
  }
}
