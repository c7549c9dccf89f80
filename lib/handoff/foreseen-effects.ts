import { calendarOf } from './business-time.ts'
import type { Deal } from './deal.ts'
import type { Handoff } from './handoff.ts'
import type { Between } from './milestone-tasks.ts'
import type { Person } from './primitives.ts'
import { effectsInWords } from './set-off.ts'
import type { Effect, Template } from './template.ts'

interface Surroundings {
  readonly may: { readonly edit: boolean }
  readonly deal: Deal
  readonly labels: Readonly<Record<string, string>>
}

/** What is known of a handoff whose status is about to change, and of its deal. */
interface Known {
  readonly handoff: Between & Pick<Handoff, 'status'>
  /** Who is to decide from now on; absent: whoever is. */
  readonly incoming?: Person | undefined
  /** Null where the deal is not at hand. */
  readonly context: Surroundings | null
  readonly timeZone: string
  /** ISO 8601. */
  readonly now: string
}

const inBetween: ReadonlySet<Effect['status']> = new Set(['submitted', 'clarification'])

/** To ask and to answer is no step of the deal: that its copy of the status stays is said of the others alone. */
function isSaid({ onStatus = [] }: Pick<Template, 'onStatus'>, status: Effect['status']): boolean {
  return !inBetween.has(status) || onStatus.some((effect) => effect.status === status)
}

/** What a template lets a new status of a handoff set off, each in one sentence; nothing where it has that status already. */
export function foreseenEffects(
  template: Pick<Template, 'onStatus'> = {},
  status: Effect['status'],
  { handoff, incoming, context, timeZone, now }: Known,
): readonly string[] {
  if (handoff.status === status || !isSaid(template, status)) return []
  return effectsInWords(template, status, {
    between: incoming ? { ...handoff, incoming } : handoff,
    calendar: calendarOf(timeZone),
    now,
    mayEdit: context?.may.edit ?? true,
    ...(context ? { deal: context.deal, labels: context.labels } : {}),
  })
}
