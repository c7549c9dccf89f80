import { day, type Formats } from '#components/ui/formats.ts'
import type { Aim } from '#lib/handoff/transfer-preview.ts'
import type { Member, OpenActivity, Places, TransferFacts } from '#lib/handoff/transfer.ts'
import { creditWords } from './credit-words.ts'

/** Words with names in them, and their day, which is written apart from them. */
export interface FateLine {
  readonly words: string
  readonly on?: string
  /** Of the activity, where it is one. */
  readonly id?: string
}

/** What becomes of some of the things that hang on the owner. */
interface Fate {
  readonly key: 'goes' | 'back' | 'stays' | 'lost' | 'check'
  readonly title: string
  readonly lines: readonly (string | FateLine)[]
}

/** What was found, what is chosen, and who ends up where. */
interface Fateful {
  readonly aim: Aim
  readonly facts: TransferFacts
  readonly moves: readonly OpenActivity[]
  readonly places: Places
  /** Whether the team is put back in the same step. */
  readonly isNow: boolean
  readonly formats: Formats
}

const mostNamed = 6

/** Everything that hangs on the owner by what becomes of it, in plain lines. */
export function fatesOf(fateful: Fateful): readonly Fate[] {
  const { facts, isNow, aim, places } = fateful
  if (aim === 'put-back')
    return [{ key: 'back', title: 'Gets their place again', lines: placed(places) }]
  const who = facts.to.name
  const fates: readonly Fate[] = [
    { key: 'goes', title: `Goes to ${who}`, lines: going(fateful) },
    {
      key: 'back',
      title: isNow
        ? 'Salesforce removes it, and it is put back in the same step'
        : `Salesforce removes it, and ${who} puts it back`,
      lines: placed(fateful.places),
    },
    { key: 'stays', title: 'Stays as it is', lines: staying(fateful) },
    { key: 'lost', title: 'Is not put back', lines: lost(fateful) },
    {
      key: 'check',
      title: 'Check afterwards: Salesforce decides what becomes of it',
      lines: facts.credits.map((credit) => creditWords(credit, fateful.formats)),
    },
  ]
  return fates.filter(({ lines }) => lines.length > 0)
}

const kinds = { Task: 'Task', Event: 'Meeting' } as const

function named(activities: readonly OpenActivity[], formats: Formats): Fate['lines'] {
  const lines = activities.slice(0, mostNamed).map(({ object, id, subject, day: date }) => ({
    id,
    words: subject === '' ? kinds[object] : `${kinds[object]}: ${subject}`,
    on: date === null ? '' : day(date, formats),
  }))
  const others = activities.length - lines.length
  return others > 0 ? [...lines, `and ${others} more`] : lines
}

function going({ facts, moves, formats }: Fateful): Fate['lines'] {
  const { owner, to, team } = facts
  const isMember = team.some(({ userId }) => userId === to.userId)
  return [
    `The deal itself, from ${owner.name}${isMember ? '. Owners need no place on the team' : ''}`,
    ...named(moves, formats),
  ]
}

const may: Readonly<Record<string, string>> = {
  Edit: 'can edit',
  Read: 'can read',
  All: 'can edit',
}

const memberLine = ({ name, role, access }: Member) =>
  [name, ...(role === '' ? [] : [role]), may[access] ?? ''].filter(Boolean).join(', ')

function placed({ team, grants }: Places): readonly string[] {
  return [
    ...team.map(memberLine),
    ...grants.map(({ name, access }) => `Shared with ${name}, ${may[access] ?? access}`),
  ]
}

/** As many as are read of what is only counted: there may be more. */
const mostCounted = 200

const counted = (count: number | null, one: string, many: string) =>
  count
    ? [count === 1 ? `1 ${one}` : `${count < mostCounted ? '' : 'at least '}${count} ${many}`]
    : []

function staying({ facts, moves }: Fateful): readonly string[] {
  const moving = new Set(moves.map(({ id }) => id))
  const left = facts.activities.filter(({ id }) => !moving.has(id)).length
  const owner = facts.owner.name
  return [
    ...counted(left, `open activity of ${owner}`, `open activities of ${owner}`),
    ...counted(facts.othersActivities, 'open activity of others', 'open activities of others'),
    ...counted(facts.contactRoles, 'contact role', 'contact roles'),
    ...counted(facts.accountTeam, 'person on the account team', 'people on the account team'),
    'What is closed, notes, files and the history',
  ]
}

function lost({ facts, places }: Fateful): readonly string[] {
  const { team, grants, to, owner } = facts
  const members = new Set(places.team.map(({ userId }) => userId))
  const holders = new Set(places.grants.map(({ holderId }) => holderId))
  const isGone = (userId: string) => !members.has(userId) && userId !== to.userId
  return [
    ...team
      .filter(({ userId }) => isGone(userId))
      .map(
        ({ name, isActive }) => `${name}: ${isActive ? 'keeps no place' : 'is no longer active'}`,
      ),
    ...grants
      .filter(({ holderId }) => isGone(holderId) && !holders.has(holderId))
      .filter(({ holderId }) => holderId !== owner.userId)
      .map(({ name }) => `${name}: keeps no place`),
  ]
}

const unseen = [
  ['Subject', 'what activities are about'],
  ['ActivityDate', 'the days of activities'],
  ['EndDateTime', 'when meetings end'],
  ['IsAllDayEvent', 'which meetings last all day'],
] as const

/** What this reader may not see of the activities, and what becomes of them then; null where all was seen. */
export function unseenWords({ hidden = [] }: TransferFacts): string | null {
  if (hidden.length === 0) return null
  const isHidden = (column: string) => hidden.includes(column)
  const words = unseen.filter(([column]) => isHidden(column)).map(([, what]) => what)
  const noneFound = isHidden('ActivityDate') && isHidden('EndDateTime')
  const left = noneFound ? ' So coming meetings are not listed here and stay where they are.' : ''
  return `Salesforce does not show you ${words.join(', ')}.${left}`
}
