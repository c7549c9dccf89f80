import type { Plan } from '#lib/handoff/plan.ts'
import { isOfTask } from '#lib/handoff/step-tasks.ts'
import { inOneCall } from './bundled.ts'
import { isEffect } from './effect-parts.ts'
import { composite, culprit, type Part, type Replies } from './composite.ts'
import { withDuplicates } from './duplicates.ts'
import type { Wording } from './literal-text.ts'
import type { Shapes } from './describe.ts'
import { goneOwners, isStep, withoutStepTasks } from './gone-owners.ts'
import { findOperation } from './operation.ts'
import { commitmentKeys } from './known-commitments.ts'
import { located, PartRefused } from './part-refused.ts'
import { isReading, type Saved, savedIn, savedParts } from './saved.ts'
import { spareColumns } from './handoff-row.ts'
import { idAt, recordSchema, rowsOf } from './record.ts'
import { isBriefLock, SalesforceError } from './salesforce-error.ts'
import { isSharedAlready, isShareMissing } from './share-refused.ts'
import type { SignedIn } from './signed-in.ts'
import type { Names } from './names.ts'
import { madeTasksId, taskChangesId } from './task-parts.ts'
import { eventPart, transactionOf, writeIds } from './transaction.ts'

/** The handoff that a move made or changed. */
export interface Written {
  readonly handoffId: string
  /** What Salesforce holds now; null when it was not read in the same call. */
  readonly saved: Saved | null
}

/** How the org's objects are named and shaped. */
export interface Schema {
  readonly names: Names
  readonly shapes: Shapes
}

/**
 * Carries out a plan: everything happens or nothing. Carrying it out again changes nothing and returns the
 * same. Throws `SalesforceError`; when `mayHaveHappened` holds for it, only `settlePlan` can tell.
 */
export async function writePlan(user: SignedIn, schema: Schema, plan: Plan): Promise<Written> {
  const knownCommitments = await commitmentKeys(user, schema.names, plan)
  const attempt = (scope: Scope): Promise<Written> =>
    transact(user, scope.stepTasks ? plan : withoutStepTasks(plan), {
      ...schema,
      knownCommitments,
      ...scope,
    }).catch(async (error: unknown) => {
      const narrower = (await isSharedAlready(user, error, plan))
        ? { ...scope, unshared: true }
        : narrowed(scope, error, { plan, names: schema.names })
      if (narrower) return attempt(narrower)
      throw error
    })
  const mirror = plan.opportunity !== null
  return attempt({ mirror, readBack: true, stepTasks: true, gone: [], without: [], leftOut: [] })
}

/** How much is done besides the move itself. */
interface Scope {
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
function narrowed(scope: Scope, error: unknown, refused: Refused): Scope | null {
  if (!(error instanceof PartRefused)) return null
  // Where the opportunity may not be seen or edited, by a user or by anybody, its copy of the status stays.
  if (scope.mirror && isOnlyMirrorRefused(error, refused)) return { ...scope, mirror: false }
  if (isOnlyCopyRefused(error, refused))
    return { ...scope, without: [...scope.without, ...error.fields] }
  if (isShareMissing(error)) return { ...scope, unshared: true }
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

/** What became of a plan whose answer was lost: the handoff when it was carried out, null when it was not. */
export async function settlePlan(
  user: SignedIn,
  { names, shapes }: Schema,
  plan: Plan,
): Promise<Written | null> {
  const found = await findOperation(user.connection, names, plan.operationKey)
  if (!found) return null
  const { wordings } = transactionOf(plan, {
    names,
    shapes,
    knownCommitments: new Set(),
    mirror: true,
  })
  await setRight(user, wordings)
  return { ...found, saved: null }
}

interface Attempt extends Schema, Scope {
  readonly knownCommitments: ReadonlySet<string>
}

async function transact(user: SignedIn, plan: Plan, terms: Attempt): Promise<Written> {
  const { parts: writes, wordings } = transactionOf(plan, terms)
  const writesDeal = terms.mirror || plan.fieldChanges.length > 0
  const parts = inOneCall(writes, terms.readBack ? savedParts(plan, terms, writesDeal) : [])
  const { connection, version } = user
  const replies = await composite(connection, parts, { allOrNone: true, version })
  const failure = culprit(replies)
  if (failure && isRepetition(failure.id, failure.error)) {
    const done = await doneBefore(user, terms, { plan, writes })
    if (done) return done
  }
  if (failure) {
    const body = replies.get(failure.id)?.body
    const error = await withDuplicates(user, terms.shapes, { ...failure, body, plan })
    throw located({ ...failure, error, body }, parts, plan)
  }
  await setRight(user, wordings)
  const saved = wordings.length === 0 ? savedIn(replies, terms) : null
  return { handoffId: plan.handoffId ?? writtenId(replies), saved }
}

interface Before {
  readonly plan: Plan
  readonly writes: readonly Part[]
}

/** What was done before. A change of owner has the same key in every browser: another one's may have been given back since. */
async function doneBefore(user: SignedIn, schema: Schema, { plan, writes }: Before) {
  const done = await settlePlan(user, schema, plan)
  const guard = plan.transfer?.to && writes.find(({ id }) => id === writeIds.guard)
  const { call } = user.connection
  if (done && guard && rowsOf(await call({ method: 'GET', path: guard.path })).length > 0)
    throw new SalesforceError('conflict', 'It was done and given back meanwhile.')
  return done
}

function isRepetition(id: string, { code }: SalesforceError): boolean {
  return id === writeIds.event && code === 'DUPLICATE_VALUE'
}

function writtenId(replies: Replies): string {
  const body = recordSchema.safeParse(replies.get(writeIds.handoff)?.body)
  const id = body.success ? idAt(body.data, 'id') : ''
  if (id === '')
    throw new SalesforceError('unknown', 'Salesforce did not say which record it made.')
  return id
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

/** A text that Salesforce refuses now stays as the transaction wrote it: the move itself has happened. */
async function setRight({ connection }: SignedIn, wordings: readonly Wording[]): Promise<void> {
  for (const { path, body } of wordings) {
    await connection.call({ method: 'PATCH', path, body }).catch((error: unknown) => {
      if (!(error instanceof SalesforceError)) throw error
      // Whatever passes is waited for as after a lost answer: it has happened, and nobody may take it back.
      if (isBriefLock(error) || !refusals.has(error.kind))
        throw new SalesforceError('unreachable', error.message)
    })
  }
}

const refusals: ReadonlySet<string> = new Set([
  'rejected',
  'no-permission',
  'locked',
  'record-gone',
  'conflict',
])
