import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { DayField } from '#components/packet/day-field.tsx'
import packet from '#components/packet/packet.module.css'
import control from '#components/ui/control.module.css'
import { Field } from '#components/ui/field.tsx'
import { type Formats, moment, timeOfDay } from '#components/ui/formats.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { Radio } from '#components/ui/tick-box.tsx'
import { dayAfter, instantOn } from '#lib/handoff/business-time.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { MeetingAim, MeetingDraft } from './meeting-draft.ts'
import { proposedTimes, zonesOf } from './proposed-times.ts'
import { useSteps } from './steps.ts'
import styles from './transition.module.css'

interface MeetingTimesProps {
  readonly aim: MeetingAim
  readonly arranged: MeetingDraft
}

/** How many days are looked at, and how many before the planned one. */
const looked = { days: 12, before: 2 } as const

/** From when on one looks for a time: a little before the planned day, never in the past. */
function lookingFrom({ milestone, arranging }: MeetingAim): string {
  const { now, calendar } = arranging
  if (milestone.day === null) return now
  const early = instantOn(dayAfter(milestone.day, -looked.before), calendar.opens, calendar)
  return early > now ? early : now
}

/** Times at which everybody is free, as far as Salesforce tells, or any other. */
export function MeetingTimes({ aim, arranged }: MeetingTimesProps) {
  const { me, formats } = useSetting()
  const { draft, change } = arranged
  // Looked for once: a clock that goes on must not ask for the calendars again.
  const [from] = useState(() => lookingFrom(aim))
  const to = new Date(Date.parse(from) + looked.days * 86_400_000).toISOString()
  const userIds = [me.userId, ...draft.colleagues.map(({ userId }) => userId)]
  const { readCalendars } = useSteps()
  const { data: calendars } = useQuery({
    queryKey: ['calendars', userIds, from, to],
    queryFn: () => readCalendars({ userIds, from, to }),
    // Meetings come and go: each time one is arranged the calendars are looked at anew.
    gcTime: 0,
  })
  if (calendars === undefined) return <Skeleton words="Looking at the calendars…" />
  const wish = { from, minutes: draft.minutes, days: looked.days }
  const timeZone = formats.timeZone ?? 'UTC'
  const found = calendars.outcome === 'ok' ? calendars.value : null
  return (
    <fieldset className={styles['times']}>
      <legend>When</legend>
      {found === null ? (
        <p role="alert">
          The calendars could not be read
          {calendars.outcome === 'trouble' && ` (${calendars.trouble.detail})`}. Choose a time
          below.
        </p>
      ) : (
        <Times
          times={proposedTimes(found, { ...wish, timeZone })}
          zones={zonesOf(found)}
          {...{ arranged }}
        />
      )}
      <OtherTime
        calendar={aim.arranging.calendar}
        start={draft.start}
        onStart={(start) => change({ start })}
      />
    </fieldset>
  )
}

interface TimesProps extends Pick<MeetingTimesProps, 'arranged'> {
  readonly times: readonly string[]
  readonly zones: ReadonlyMap<string, string>
}

function Times({ times, zones, arranged }: TimesProps) {
  const { formats } = useSetting()
  const group = useId()
  const { draft, change } = arranged
  const elsewhere = draft.colleagues.filter(
    ({ userId }) => (zones.get(userId) ?? formats.timeZone) !== formats.timeZone,
  )
  if (times.length === 0)
    return <p>No time in these days suits everybody’s working hours. Choose one below.</p>
  return (
    <>
      <p className={packet['soft']}>
        Both are free then, as far as Salesforce shows you their calendars.
      </p>
      {times.slice(0, 8).map((start) => (
        <Radio
          key={start}
          {...{ group }}
          checked={draft.start === start}
          onChosen={() => change({ start })}
        >
          {moment(start, formats)}
          {elsewhere.map(({ userId, name }) => (
            <span key={userId} className={packet['soft']}>
              {' '}
              ({momentAt(start, formats, zones.get(userId))} for {name})
            </span>
          ))}
        </Radio>
      ))}
    </>
  )
}

/** The time elsewhere, with its day only where that is another one. */
function momentAt(start: string, here: Formats, timeZone: string | undefined): string {
  const there = { ...here, timeZone }
  const isSameDay = dayIn(here.timeZone, start) === dayIn(timeZone, start)
  return isSameDay ? timeOfDay(start, there) : moment(start, there)
}

interface OtherTimeProps {
  readonly calendar: MeetingAim['arranging']['calendar']
  /** The time that holds, chosen here or among those that are proposed. */
  readonly start: string
  readonly onStart: (start: string) => void
}

function OtherTime({ calendar, start, onStart }: OtherTimeProps) {
  const [own, setOwn] = useState({ day: '', time: '' })
  const { day, time } = own
  const startOf = (one: typeof own) =>
    one.day === '' || one.time === '' ? '' : instantOn(one.day, one.time, calendar)
  const choose = (next: typeof own) => {
    setOwn(next)
    // A box that is emptied takes its own time back, and none that is proposed.
    const chosen = startOf(next)
    if (chosen !== '' || start === startOf(own)) onStart(chosen)
  }
  return (
    <div className={styles['row']}>
      <DayField label="Another day" {...{ day }} onDay={(one) => choose({ day: one, time })} />
      <Field label="Time">
        {(names) => (
          <input
            {...names}
            type="time"
            className={control['control']}
            value={time}
            onChange={({ target }) => choose({ day, time: target.value })}
          />
        )}
      </Field>
    </div>
  )
}
