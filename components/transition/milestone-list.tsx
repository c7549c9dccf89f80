import { useState } from 'react'
import discussion from '#components/packet/discussion.module.css'
import type { Sighting } from '#lib/handoff/milestone-evidence.ts'
import { dayAfter } from '#lib/handoff/business-time.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import { MeetingSheet } from './meeting-sheet.tsx'
import { MilestoneRow } from './milestone-row.tsx'
import type { Sides } from './phase-words.ts'
import styles from './transition.module.css'

interface MilestoneListProps {
  readonly arranging: Arranging
  readonly milestones: readonly DatedMilestone[]
  readonly sightings: ReadonlyMap<string, Sighting>
  readonly sides: Sides
  readonly today: string
}

/** How many days ahead a step counts as next. */
const ahead = 14
/** As many are shown at least. */
const least = 3

/** The steps of the transition: what comes next, what comes later, what is closed. */
export function MilestoneList(props: MilestoneListProps) {
  const { arranging, milestones, sightings, sides, today } = props
  const [meeting, setMeeting] = useState<DatedMilestone | null>(null)
  const open = milestones.filter(({ status }) => status === 'open')
  const horizon = dayAfter(today, ahead)
  const isNext = ({ day, key }: DatedMilestone, at: number) =>
    at < least || (day !== null && day <= horizon) || sightings.has(key)
  const next = open.filter(isNext)
  const rest = open.filter((one) => !next.includes(one))
  const closed = milestones.filter(({ status }) => status !== 'open')
  if (milestones.length === 0) return null
  const rows = (list: readonly DatedMilestone[]) => (
    <ul className={discussion['thread']}>
      {list.map((milestone) => (
        <MilestoneRow
          key={milestone.key}
          {...{ milestone, sides, today }}
          sighting={sightings.get(milestone.key)}
          onArrange={setMeeting}
        />
      ))}
    </ul>
  )
  return (
    <>
      {meeting && (
        <MeetingSheet milestone={meeting} {...{ arranging }} onClose={() => setMeeting(null)} />
      )}
      <h3>{open.length === 0 ? 'Every step is closed' : 'Next steps'}</h3>
      {rows(next)}
      {rest.length > 0 && (
        <details className={styles['more']}>
          <summary>{rest.length} later</summary>
          {rows(rest)}
        </details>
      )}
      {closed.length > 0 && (
        <details className={styles['more']}>
          <summary>{closed.length} closed</summary>
          {rows(closed)}
        </details>
      )}
    </>
  )
}
