import type { meetingRequests } from '#lib/messaging/meeting-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type MeetingRequest = keyof typeof meetingRequests

/** What the worker answers while a meeting is arranged. */
export function meetingAnswers({ gateway, whereabouts }: Office): Pick<Answering, MeetingRequest> {
  return {
    'meeting.calendars': (asked, caller) =>
      outcomeOf(async () => {
        const found = await gateway.calendars(await whereabouts.org(caller), asked)
        return { engagements: [...found.engagements], owners: [...found.owners] }
      }),
  }
}
