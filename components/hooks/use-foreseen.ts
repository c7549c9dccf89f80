import { useQuery } from '@tanstack/react-query'
import { foreseenEffects } from '#lib/handoff/foreseen-effects.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Effect } from '#lib/handoff/template.ts'
import { cachedQuery } from './use-opportunity.ts'
import { useTemplate } from './use-template.ts'

/**
 * Tells what a new status of a handoff in a list sets off, each in one sentence, as far as it is known without asking
 * Salesforce; nothing before that.
 */
export function useForeseen(
  item: InboxItem,
  timeZone: string,
): (status: Effect['status'], incoming?: Person) => readonly string[] {
  const template = useTemplate(item.template)
  const { data: context, isPending } = useQuery({
    ...cachedQuery(item.opportunityId),
    enabled: item.opportunityId !== '',
  })
  if (!template || (isPending && item.opportunityId !== '')) return () => []
  return (status, incoming) =>
    foreseenEffects(template, status, {
      handoff: item,
      incoming,
      context: context?.outcome === 'ok' ? context.value : null,
      timeZone,
      now: new Date().toISOString(),
    })
}
