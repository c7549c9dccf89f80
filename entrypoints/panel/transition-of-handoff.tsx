import { useMemo } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { ask } from '#components/hooks/segue.ts'
import { useFormulas } from '#components/hooks/use-formulas.ts'
import { type Steps, WithSteps } from '#components/transition/steps.ts'
import { TransitionView } from '#components/transition/transition-view.tsx'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { saveAsFile } from '../options/save-as-file.ts'

export interface TransitionOfHandoffProps {
  readonly handoff: Handoff
  readonly template: Template
  readonly context: Context
  /** Milliseconds since 1970. */
  readonly now: number
  /** Makes a move; resolves to whether it is on its way. */
  readonly act: (step: () => Promise<AnswerOf<'transition.milestone'>>) => Promise<boolean>
}

/** The transition of a handoff: wiring to the worker. */
export function TransitionOfHandoff(props: TransitionOfHandoffProps) {
  const { handoff, template, context, now, act } = props
  const { deal, formats } = useSetting()
  const formulas = useFormulas(template, context)
  const { id: handoffId } = handoff
  const steps: Steps = {
    setPhases: (phases, before) =>
      act(() => ask('transition.phases', { handoffId, phases: [...phases], before: [...before] })),
    setEffectiveDay: (day) => act(() => ask('transition.effective', { handoffId, day })),
    follow: () => act(() => ask('transition.rearrange', { handoffId })),
    recordContact: (contact) => act(() => ask('transition.contact', { handoffId, ...contact })),
    waiveMeeting: (words) => act(() => ask('transition.no-meeting', { handoffId, words })),
    complete: () => act(() => ask('handoff.complete', { handoffId, reason: '' })),
    meet: ({ milestone, meeting }) =>
      act(() =>
        ask('transition.meet', {
          handoffId,
          milestone,
          meeting: {
            ...meeting,
            colleagues: [...meeting.colleagues],
            contactIds: [...meeting.contactIds],
          },
        }),
      ),
    readCalendars: ({ userIds, ...span }) =>
      ask('users.calendars', { userIds: [...userIds], ...span }),
    saveFile: saveAsFile,
    change: (change) => act(() => ask('transition.milestone', { handoffId, change })),
  }
  const arranging = useMemo(() => {
    const calendar = plainCalendar(formats.timeZone ?? 'UTC')
    const at = new Date(now).toISOString()
    return { template, handoff, deal, calendar, now: at, formulas: formulas ?? undefined }
  }, [template, handoff, deal, formats.timeZone, now, formulas])
  // Which steps there are may hang on them.
  if (formulas === undefined) return null
  return (
    <WithSteps value={steps}>
      <TransitionView arranging={arranging} />
    </WithSteps>
  )
}
