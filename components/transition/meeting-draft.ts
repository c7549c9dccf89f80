import { useState } from 'react'
import * as z from 'zod/mini'
import { useSetting } from '#components/handoff/setting.ts'
import { useDesk, useTyped } from '#components/packet/desk.ts'
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

const wordsSchema = z.object({
  subject: z.string(),
  description: z.string(),
  location: z.string(),
})
type Words = z.infer<typeof wordsSchema>

/** What is said of the meeting: as the handoff fills it until somebody writes in it, which is kept until it is arranged. */
function useWords({ milestone }: MeetingAim, filled: Words) {
  const [kept, keep] = useTyped(`meeting:${milestone.key}`)
  const written = kept === '' ? undefined : wordsSchema.safeParse(JSON.parse(kept)).data
  return [written ?? filled, keep] as const
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
  const { subject, body: description } = filled
  const [words, keep] = useWords(aim, { subject, description, location: '' })
  const [terms, setTerms] = useState({
    start: '',
    minutes: 30,
    colleagues: others,
    contactIds: isInternal
      ? []
      : deal.contactRoles.filter(({ isPrimary }) => isPrimary).map(({ contactId }) => contactId),
  })
  const draft = { ...terms, ...words }
  const change = (changes: Partial<typeof terms>) => setTerms({ ...terms, ...changes })
  const say = (changes: Partial<Words>) => keep(JSON.stringify({ ...words, ...changes }))
  const end = (start: string) => new Date(Date.parse(start) + draft.minutes * MINUTE).toISOString()
  const { minutes: _, ...planned } = draft
  const meeting: Meeting | null = draft.start === '' ? null : { ...planned, end: end(draft.start) }
  const dir = (text: string) => directionAround(filled.filled, text)
  const forget = () => keep('')
  return {
    draft,
    change,
    say,
    forget,
    meeting,
    others,
    dir,
    contacts: isInternal ? [] : deal.contactRoles,
  }
}

export type MeetingDraft = ReturnType<typeof useMeetingDraft>
