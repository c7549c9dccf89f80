import { fieldLabel } from '#lib/handoff/field-label.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import type { DealNow, PeopleAsked } from '#lib/salesforce/deal-now.ts'
import type { FieldConflict } from '#lib/salesforce/field-conflict.ts'
import type { Entry } from './entry.ts'

const owner = 'Opportunity.OwnerId'
/** Only ever shown: who the owner is, is told by the id. */
const ownerName = 'Opportunity.Owner.Name'

/**
 * The fields that somebody else changed and this operation would write over, and whatever it stands on that
 * is different now, such as the owner. Empty when the change was elsewhere: nothing is overwritten silently.
 */
export function conflictsOf({ plan, seen }: Entry, now: DealNow): readonly FieldConflict[] {
  const written = plan.fieldChanges.flatMap(({ path, label, before, after }) => {
    const theirs = now.fields[path] ?? null
    const isTheirs = !same(theirs, before) && !same(theirs, after)
    const conflict = { path, label, seen: before, mine: after, theirs }
    return isTheirs ? [withPeople(conflict, now)] : []
  })
  const stoodOn = Object.entries(seen).flatMap(([path, before]) => {
    const theirs = now.fields[path] ?? null
    if (path === ownerName || same(theirs, before)) return []
    if (written.some((each) => each.path === path)) return []
    const conflict = { path, label: fieldLabel(path), seen: before, mine: before, theirs }
    return [path === owner ? withNames(conflict, seen[ownerName], now.fields[ownerName]) : conflict]
  })
  return [...written, ...stoodOn]
}

/** Whether somebody else owns the opportunity now. */
export const isOfOwner = ({ path }: FieldConflict) => path === owner

/** A field that holds a user, with what the users are called. */
function withPeople(conflict: FieldConflict, { people = [] }: DealNow): FieldConflict {
  const { seen, mine, theirs } = conflict
  const named = people.filter(({ value }) => [seen, mine, theirs].includes(value))
  return named.length === 0 ? conflict : { ...conflict, people: named }
}

/** People are shown by name, not by id. */
function withNames(
  { path, ...conflict }: FieldConflict,
  was: FieldValue = conflict.seen,
  is: FieldValue = conflict.theirs,
): FieldConflict {
  return { path, label: 'Opportunity › Owner', seen: was, mine: was, theirs: is }
}

/** Salesforce keeps no empty text: it comes back as null. */
function same(a: FieldValue, b: FieldValue): boolean {
  return (a === '' ? null : a) === (b === '' ? null : b)
}

const isUser = (value: FieldValue) => /^005\w{12,15}$/.test(String(value))

/** The users whose ids a plan writes, or wrote over, and the fields that hold them. */
export function peopleIn({ fieldChanges }: Plan): PeopleAsked {
  const own = fieldChanges.filter(({ before, after }) => isUser(before) || isUser(after))
  const ids = own.flatMap(({ before, after }) => [before, after].filter(isUser).map(String))
  return { fields: own.map(({ path }) => path), ids: [...new Set(ids)] }
}

/** The plan measured against what the opportunity holds now. */
export function rebased(plan: Plan, now: DealNow): Plan {
  return {
    ...plan,
    unmodifiedSince: plan.unmodifiedSince === null ? null : now.lastModifiedAt,
    fieldChanges: plan.fieldChanges.map((change) => ({
      ...change,
      before: now.fields[change.path] ?? null,
    })),
  }
}

/** The plan under the account that the opportunity has now; null where it has that one, or fields of the other are written. */
export function ofItsAccount(plan: Plan, { fields }: DealNow): Plan | null {
  const accountId = fields['Opportunity.AccountId']
  const before = plan.handoff.accountId
  const writesOther = plan.fieldChanges.some(({ path }) => path.startsWith('Account.'))
  if (typeof accountId !== 'string' || before === undefined || writesOther) return null
  if (before === accountId) return null
  return { ...plan, handoff: { ...plan.handoff, accountId } }
}

/** The entry as it is when everything that its conflict has shown counts as seen. */
export function withShownSeen(entry: Entry): Entry {
  const { plan, seen, shown } = entry
  const fieldChanges = plan.fieldChanges.map((change) => ({
    ...change,
    before: shown[change.path] ?? (change.path in shown ? null : change.before),
  }))
  return { ...entry, plan: { ...plan, fieldChanges }, seen: { ...seen, ...shownOf(seen, shown) } }
}

function shownOf(seen: Entry['seen'], shown: Entry['shown']): Entry['seen'] {
  return Object.fromEntries(Object.entries(shown).filter(([path]) => path in seen))
}

/** What Salesforce holds of everything that a conflict may be about. */
export function shownIn({ plan, seen }: Entry, now: DealNow): Entry['shown'] {
  const paths = [...plan.fieldChanges.map(({ path }) => path), ...Object.keys(seen)]
  return Object.fromEntries(paths.map((path) => [path, now.fields[path] ?? null]))
}

/** The plan after the user has chosen, field by field, to keep their own value or take the other one. */
export function resolved(
  plan: Plan,
  keep: Readonly<Record<string, 'mine' | 'theirs'>>,
  now: DealNow,
): Plan {
  const fieldChanges = plan.fieldChanges.filter(({ path }) => keep[path] !== 'theirs')
  return rebased({ ...plan, fieldChanges }, now)
}
