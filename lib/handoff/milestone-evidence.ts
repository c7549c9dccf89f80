import { dayIn, daysBetween } from './day.ts'
import type { Activity } from './deal.ts'
import type { DatedMilestone } from './transition.ts'

/** Something on the deal that seems to have done a milestone. */
export interface Sighting {
  readonly activityId: string
  readonly subject: string
  readonly day: string
}

/** Where and since when one looks. */
export interface Looking {
  /** The instant from which on things count, such as when the handoff was submitted. */
  readonly since: string
  readonly now: string
  readonly timeZone: string | undefined
}

type Kinds = Readonly<Record<DatedMilestone['kind'], readonly Activity['kind'][]>>

/** What can have done each kind of milestone. Ratings and leaving show nowhere on the deal. */
const doneBy: Kinds = {
  'joint-call': ['meeting', 'call'],
  'internal-sync': ['meeting', 'call'],
  shadowing: ['meeting', 'call'],
  message: ['email'],
  review: ['meeting', 'call', 'task'],
  task: ['task', 'email', 'meeting', 'call'],
  rating: [],
  exit: [],
}

/** Those that name nothing of their own: any meeting or mail at about that time may be it. */
const plainKinds: ReadonlySet<string> = new Set(['joint-call', 'message'])

const fillers: ReadonlySet<string> = new Set(
  'about again after already another before call calls colleague customer each first from have internal mail meeting their them they this with written'.split(
    ' ',
  ),
)

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return new Set(words.filter((word) => !fillers.has(word)))
}

/** At most so many days may lie between the plan and what is found. */
const near = { named: 14, plain: 3 } as const

/** How well an activity fits, the lower the better; null when it does not. */
function distance(milestone: DatedMilestone, { kind, subject }: Activity, day: string) {
  if (!doneBy[milestone.kind].includes(kind)) return null
  const apart = milestone.day === null ? 0 : Math.abs(daysBetween(milestone.day, day))
  const said = wordsOf(subject)
  const own = wordsOf(`${milestone.label} ${milestone.key.replaceAll(/[._-]/g, ' ')}`)
  const isNamed = [...own].some((word) => said.has(word))
  if (isNamed && apart <= near.named) return apart
  return plainKinds.has(milestone.kind) && apart <= near.plain ? near.named + apart : null
}

function happened({ isOpen, at }: Activity, { since, now, timeZone }: Looking): boolean {
  return !isOpen && at !== '' && dayIn(timeZone, at) >= dayIn(timeZone, since) && at <= now
}

/** A meeting that was arranged here and whose time has come. */
function held(milestones: readonly DatedMilestone[], { now, timeZone }: Looking) {
  return milestones.flatMap(({ key, label, status, meetingAt }) => {
    if (status !== 'open' || meetingAt === undefined || meetingAt > now) return []
    const day = dayIn(timeZone, meetingAt)
    return [[key, { activityId: '', subject: label, day }] as const]
  })
}

/** What seems to have done the open milestones; nothing counts for two of them. */
export function sightings(
  milestones: readonly DatedMilestone[],
  activities: readonly Activity[],
  looking: Looking,
): ReadonlyMap<string, Sighting> {
  const past = activities.filter((activity) => happened(activity, looking))
  const fits = milestones
    .filter(({ status, doneBy: byItself }) => status === 'open' && !byItself)
    .flatMap((milestone) =>
      past.flatMap((activity) => {
        const day = dayIn(looking.timeZone, activity.at)
        const apart = distance(milestone, activity, day)
        return apart === null ? [] : [{ key: milestone.key, activity, day, apart }]
      }),
    )
  const found = new Map<string, Sighting>(held(milestones, looking))
  const used = new Set<string>()
  for (const { key, activity, day } of fits.toSorted((one, other) => one.apart - other.apart)) {
    if (found.has(key) || used.has(activity.id)) continue
    used.add(activity.id)
    found.set(key, { activityId: activity.id, subject: activity.subject, day })
  }
  return found
}
