import type { Plan } from '#lib/handoff/plan.ts'
import { isOfTask } from '#lib/handoff/step-tasks.ts'
import { isEffect } from './effect-parts.ts'
import { isFormerShare, withFormerKept } from './former-share.ts'
import { goneOwners, isStep, withoutStepTasks } from './gone-owners.ts'
import { spareColumns } from './handoff-row.ts'
import type { Names } from './names.ts'
import { PartRefused } from './part-refused.ts'
import { isBriefLock } from './salesforce-error.ts'
import { isReading } from './saved.ts'
import { isShareMissing } from './share-refused.ts'
import { madeTasksId, taskChangesId } from './task-parts.ts'
import { eventPart, writeIds } from './transaction.ts'

/** The plan as far as Salesforce lets it be carried out. */
export function planWithin(plan: Plan, { stepTasks, formerKept }: Scope): Plan {
  const wanted = stepTasks ? plan : withoutStepTasks(plan)
  return formerKept ? withFormerKept(wanted, formerKept) : wanted
}

/** How much is done besides the move itself. */
export interface Scope {
  /** The opportunity's own copy of the handoff's status is written. */
  readonly mirror: boolean
  /** What was written is read in the same call. */
  readonly readBack: boolean
  /** The steps get their tasks. */
  readonly stepTasks: boolean
  /** Only the user's own tasks are changed along. */
  readonly ownTasksOnly?: boolean
  /** Nothing is shared by hand. */
  readonly unshared?: boolean
  /** Why nothing is taken back from whoever was to decide before. */
  readonly formerKept?: PartRefused
  /** Users who are no longer active: the user takes the tasks of their steps. */
  readonly gone: readonly string[]
  /** What the template sets off, and Salesforce refuses this user. */
  readonly leftOut: readonly string[]
  /** Columns of the handoff that this user may not write, and that nothing is lost without. */
  readonly without: readonly string[]
}

interface Refused {
  readonly plan: Plan
  readonly names: Names
}

/** What to do without, when it alone was refused; null when the move itself was. */
export function narrowed(scope: Scope, error: unknown, refused: Refused): Scope | null {
  if (!(error instanceof PartRefused)) return null
  // Where the opportunity may not be seen or edited, by a user or by anybody, its copy of the status stays.
  if (scope.mirror && isOnlyMirrorRefused(error, refused)) return { ...scope, mirror: false }
  if (isOnlyCopyRefused(error, refused))
    return { ...scope, without: [...scope.without, ...error.fields] }
  if (isShareMissing(error)) return { ...scope, unshared: true }
  if (isFormerShare(error)) return { ...scope, formerKept: error }
  const less = narrowedBesides(scope, error, refused)
  if (less) return less
  // What cannot be read back must not keep a move from being made.
  if (scope.readBack && isReading(error.part)) return { ...scope, readBack: false }
  return null
}

function narrowedBesides(scope: Scope, error: PartRefused, refused: Refused): Scope | null {
  if (isEffect(error.part) && isWithheld(error))
    return { ...scope, leftOut: [...scope.leftOut, error.part] }
  // In many orgs only its owner may change a task: theirs then tell the old day until they do it themselves.
  if (!scope.ownTasksOnly && isOnlyTaskRefused(error)) return { ...scope, ownTasksOnly: true }
  const gone = newlyGone(scope, error, refused)
  if (gone.length > 0) return { ...scope, gone: [...scope.gone, ...gone] }
  // Whoever may make no tasks takes the steps without; they are made with the next move that Salesforce lets through.
  return scope.stepTasks && (areStepTasksRefused(error, refused) || isMadeAlready(error, refused))
    ? { ...scope, stepTasks: false }
    : null
}

/** Somebody else has just made the task that is to be made once, with the entry of the log that says so. */
function isMadeAlready({ part, code }: PartRefused, { plan: { events } }: Refused): boolean {
  const entry = events.findIndex(isOfTask)
  return entry > 0 && part === eventPart(entry) && code === 'DUPLICATE_VALUE'
}

function newlyGone({ gone }: Scope, error: PartRefused, { plan }: Refused): readonly string[] {
  const owners = error.part === madeTasksId ? goneOwners(plan, error) : []
  return owners.filter((id) => !gone.includes(id))
}

function isOnlyMirrorRefused(
  error: PartRefused,
  { plan: { fieldChanges }, names }: Refused,
): boolean {
  const { part, fields } = error
  const { object, fields: own } = names.opportunity
  const mirrors = new Set(Object.values(own).map((name) => `${object}.${name}`))
  const nothingElse =
    fieldChanges.every(({ path }) => !path.startsWith('Opportunity.')) || areIn(fields, mirrors)
  return part === writeIds.opportunity && nothingElse && isWithheld(error)
}

/** To somebody who may not see it, a record does not exist; a rule or an approval may close it to everybody. */
function isWithheld({ kind, code }: PartRefused): boolean {
  return refusals.has(kind) && kind !== 'conflict' && !isBriefLock({ code })
}

/** What a column of the handoff holds may be told by others too, or be nothing. */
function isOnlyCopyRefused({ part, kind, fields }: PartRefused, { plan, names }: Refused): boolean {
  const isHidden = part === writeIds.handoff && kind === 'no-permission'
  return isHidden && areIn(fields, spareColumns(names, plan))
}

const areIn = (fields: readonly string[], some: ReadonlySet<string>) =>
  fields.length > 0 && fields.every((name) => some.has(name))

function isOnlyTaskRefused({ part, kind }: PartRefused): boolean {
  return part === taskChangesId && (isFinal(kind) || kind === 'record-gone')
}

/** By rights that are missing, or by a rule of the org for tasks, which whoever moves the handoff cannot meet. */
function areStepTasksRefused({ part, kind }: PartRefused, { plan }: Refused): boolean {
  return part === madeTasksId && isFinal(kind) && plan.tasks.some(isStep)
}

const isFinal = (kind: PartRefused['kind']) => kind === 'no-permission' || kind === 'rejected'

/** Refusals of what was sent; the others are of whoever sends, or pass. */
export const refusals: ReadonlySet<string> = new Set([
  'rejected',
  'no-permission',
  'locked',
  'record-gone',
  'conflict',
])
