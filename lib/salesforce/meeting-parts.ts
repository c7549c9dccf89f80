import { startOf } from '#lib/handoff/clip.ts'
import type { Plan, PlannedMeeting } from '#lib/handoff/plan.ts'
import type { Part } from './composite.ts'
import { unreferenced } from './literal-text.ts'

const most = { subject: 255, location: 255 } as const

/**
 * Meetings with everybody who is invited. Invitees are parts of their own, not a collection: a call holds five
 * collections and queries only, and a meeting has few invitees.
 */
export function meetingParts(plan: Plan): readonly Part[] {
  return (plan.meetings ?? []).flatMap((meeting, at) => {
    const id = `meeting_${at}`
    const event: Part = {
      id,
      method: 'POST',
      path: '/sobjects/Event',
      body: eventOf(meeting, plan),
    }
    const invited = [...meeting.colleagues.map(({ userId }) => userId), ...meeting.contactIds]
    const invitees = invited.map((RelationId, index): Part => ({
      id: `${id}_invitee_${index}`,
      method: 'POST',
      path: '/sobjects/EventRelation',
      body: { EventId: `@{${id}.id}`, RelationId, IsInvitee: true, Status: 'New' },
    }))
    return [event].concat(invitees)
  })
}

function eventOf(meeting: PlannedMeeting, { handoffId, opportunityId }: Plan) {
  const { subject, description, location, start, end, owner, on } = meeting
  return {
    Subject: startOf(unreferenced(subject), most.subject),
    // Where a field is hidden, naming it is refused: one that would be empty is left out.
    ...(description && { Description: unreferenced(description) }),
    ...(location && { Location: startOf(unreferenced(location), most.location) }),
    StartDateTime: start,
    EndDateTime: end,
    OwnerId: owner.userId,
    WhatId: on === 'handoff' ? handoffId : opportunityId,
    ShowAs: 'Busy',
  }
}
