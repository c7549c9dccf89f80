import { useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { useDesk } from '#components/packet/desk.ts'
import { directionAround } from '#components/ui/direction.ts'
import type { Meeting } from '#lib/handoff/meeting-moves.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import { messagesFor } from '#lib/templates/messages.ts'
import { filledMessage } from './filled-message.ts'

/** What a meeting is arranged for. */
export interface MeetingAim {
  readonly milestone: DatedMilestone
  readonly arranging: Arranging
}

const MINUTE = 60 * 1000

/** What everybody who may see the meeting in Salesforce may read of it. */
function agendaFor({ milestone, arranging }: MeetingAim) {
  const isInternal = milestone.kind === 'internal-sync'
  const agenda = messagesFor(arranging.template.kind).find(
    ({ kind, toCustomer }) => kind === 'agenda' && toCustomer !== isInternal,
  )
  if (!agenda) return { subject: milestone.label, body: '', filled: [] }
  return filledMessage(agenda, arranging, { contact: '', colleagues: 'account-team' })
}

/** A meeting while it is arranged. */
export function useMeetingDraft(aim: MeetingAim) {
  const { deal, me } = useSetting()
  const { handoff } = useDesk()
  const isInternal = aim.milestone.kind === 'internal-sync'
  const filled = agendaFor(aim)
  const { outgoing, incoming } = handoff
  const others = [outgoing, incoming].flatMap((one): Person[] =>
    one === null || one.userId === me.userId ? [] : [one],
  )
  const [draft, setDraft] = useState({
    start: '',
    minutes: 30,
    subject: filled.subject,
    description: filled.body,
    location: '',
    colleagues: others,
    contactIds: isInternal
      ? []
      : deal.contactRoles.filter(({ isPrimary }) => isPrimary).map(({ contactId }) => contactId),
  })
  const change = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes })
  const end = (start: string) => new Date(Date.parse(start) + draft.minutes * MINUTE).toISOString()
  const { minutes: _, ...words } = draft
  const meeting: Meeting | null = draft.start === '' ? null : { ...words, end: end(draft.start) }
  const dir = (text: string) => directionAround(filled.filled, text)
  return { draft, change, meeting, others, dir, contacts: isInternal ? [] : deal.contactRoles }
}

export type MeetingDraft = ReturnType<typeof useMeetingDraft>
