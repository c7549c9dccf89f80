import type { Plan } from '#lib/handoff/plan.ts'
import { inOneCall } from './bundled.ts'
import { composite, culprit, type Part, type Replies } from './composite.ts'
import { withDuplicates } from './duplicates.ts'
import type { Wording } from './literal-text.ts'
import type { Shapes } from './describe.ts'
import { findOperation } from './operation.ts'
import { commitmentKeys } from './known-commitments.ts'
import { located } from './part-refused.ts'
import { type Saved, savedIn, savedParts } from './saved.ts'
import { idAt, recordSchema, rowsOf } from './record.ts'
import { isBriefLock, SalesforceError } from './salesforce-error.ts'
import { narrowed, planWithin, refusals, type Scope } from './scope.ts'
import { isSharedAlready, isTakenAway } from './share-refused.ts'
import type { SignedIn } from './signed-in.ts'
import type { Names } from './names.ts'
import { takenAwayWords } from './overtaken.ts'
import { transactionOf, writeIds } from './transaction.ts'

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
    transact(user, planWithin(plan, scope), {
      ...schema,
      knownCommitments,
      ...scope,
      keepsFormer: scope.formerKept !== undefined,
    }).catch(async (error: unknown) => {
      const narrower = (await isSharedAlready(user, error, plan))
        ? { ...scope, unshared: true }
        : narrowed(scope, error, { plan, names: schema.names })
      if (narrower) return attempt(narrower)
      if (await isTakenAway(user, error, plan))
        throw new SalesforceError('conflict', takenAwayWords)
      throw error
    })
  const mirror = plan.opportunity !== null
  return attempt({ mirror, readBack: true, stepTasks: true, gone: [], without: [], leftOut: [] })
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
  readonly keepsFormer: boolean
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
