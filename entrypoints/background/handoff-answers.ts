import { clarificationDueAt } from '#lib/handoff/clocks.ts'
import { planAccept, planDecline } from '#lib/handoff/decision.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import { underPolicy } from '#lib/handoff/gate.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { keyInPlaceOf } from '#lib/handoff/in-place-of.ts'
import { planWithdraw } from '#lib/handoff/moves.ts'
import type { Plan, Planned } from '#lib/handoff/plan.ts'
import { inOrgWords } from '#lib/handoff/org-words.ts'
import type { Operation } from '#lib/handoff/planning.ts'
import { setOff } from '#lib/handoff/set-off.ts'
import { shownOnDeal } from '#lib/handoff/shown-on-deal.ts'
import type { Template } from '#lib/handoff/template.ts'
import { withTransition } from '#lib/handoff/transition-moves.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import type { handoffRequests } from '#lib/messaging/handoff-requests.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { asPerson, type Identity, otherOrg, otherUser } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Entry } from '#lib/sync/entry.ts'
import { needsUser } from '#lib/sync/needs-user.ts'
import { allEntries, entriesOf } from '#lib/sync/outbox.ts'
import { acceptGates } from './accepting.ts'
import { actingRole } from '#lib/handoff/acting-role.ts'
import { calendarOf, localDay } from '#lib/handoff/business-time.ts'
import { type Asker, cachedContext, contextAtHand } from './contexts.ts'
import { handoffToMove, throwNotDone } from './known-handoffs.ts'
import type { Office } from './office.ts'
import { previousOf } from './chain.ts'
import { dispatch, planned } from './operations.ts'
import { outboxItem } from './outbox-item.ts'
import { outcomeOf } from './outcome.ts'
import { submissionPlan } from './submitting.ts'

type HandoffRequest = keyof typeof handoffRequests

/** What the worker answers when a handoff is moved. Each is on the disk before it is answered, and sent then. */
export function handoffAnswers(office: Office): Pick<Answering, HandoffRequest> {
  return {
    'handoff.submit': (asked, caller) => outcomeOf(() => submit(office, asked, caller)),
    'handoff.accept': ({ handoffId, ...given }, caller) =>
      outcomeOf(() =>
        move(office, { handoffId, caller, action: 'accept' }, async (handoff, moving) => {
          const operation = { ...moving, role: 'incoming' as const }
          const gates = await acceptGates(office, moving, handoff)
          const accepting = planAccept(handoff, { ...operation, ...given, gates })
          // A template that is not known here must keep nobody from accepting: then the days are planned later.
          if (!moving.template) return accepting
          const arranging = await arrangingFor(office, handoff, moving)
          return withTransition(accepting, { ...operation, ...arranging })
        }),
      ),
    'handoff.decline': ({ handoffId, ...given }, caller) =>
      outcomeOf(() =>
        move(office, { handoffId, caller, action: 'decline' }, async (handoff, operation) => {
          const template = await templateOf(office, handoff)
          const calendar = calendarOf(operation.timeZone)
          const dueAt = clarificationDueAt(template.clocks, operation.now, { calendar })
          const today = localDay(operation.now, calendar)
          const decline = { ...operation, ...given, dueAt, today }
          const role = actingRole(handoff, operation.user.userId)
          return planDecline(handoff, template, { ...decline, role })
        }),
      ),
    'handoff.withdraw': ({ handoffId }, caller) =>
      outcomeOf(() =>
        move(office, { handoffId, caller, action: 'withdraw' }, (handoff, operation) =>
          planWithdraw(handoff, { ...operation, role: 'outgoing' }),
        ),
      ),
  }
}

type Asked = Parameters<Answering['handoff.submit']>[0]

async function submit(office: Office, asked: Asked, caller: Caller): Promise<OutboxItem> {
  const { drafts, ports } = office
  const draft = await drafts.get(asked.draftKey)
  if (draft?.revision !== asked.revision) return overtaken(office, draft, { asked, caller })
  const context = await contextOf(office, draft, caller)
  const known = (await office.shelf.known()).of(draft.template)
  if (!known) throw new SalesforceError('unknown', `No template ${draft.template.key}.`)
  const { narrowestTier: narrowest, bypass } = await office.company.policy()
  const template = underPolicy(inOrg(known, context), bypass)
  const { now, newKey } = ports
  const formulas = await formulasFor(template, context.types)
  const made = { operationKey: newKey(), now: now() }
  const previous = (await previousOf(office, context, draft))?.predecessor
  const given = { draft, template, context, narrowest, formulas, previous, ...made }
  const item = await dispatch(office, context.identity, {
    plan: planned(submissionPlan(given)),
    action: 'submit',
    opportunityName: draft.opportunityName,
    draft,
    seen: draft.baseline.fields,
  })
  return item ?? overtaken(office, await drafts.get(draft.key), { asked, caller })
}

/** A draft that has changed must be reviewed again; for one that is gone, a second click finds what the first one made. */
async function overtaken(
  { outbox, whereabouts, gateway }: Office,
  draft: Draft | null,
  { asked, caller }: { readonly asked: Asked; readonly caller: Caller },
): Promise<OutboxItem> {
  if (draft) throw new SalesforceError('not-now', 'The draft has changed since you reviewed it.')
  const user = await gateway.identity(await whereabouts.org(caller))
  const entries = await entriesOf(outbox, user)
  const keys = new Set([asked.draftKey, keyInPlaceOf(asked.draftKey)])
  const made = entries.findLast(({ plan }) => keys.has(plan.clientKey))
  if (made) return outboxItem(made)
  throw new SalesforceError('record-gone', 'This draft is no longer on this computer.')
}

/** The context that the user has in front of them; it needs no network. */
async function contextOf(office: Office, draft: Draft, caller: Caller): Promise<Context> {
  const org = await office.whereabouts.org(caller)
  const user = await office.gateway.identity(org)
  if (user.orgId !== draft.orgId) throw otherOrg(user)
  if (user.userId !== draft.userId) throw otherUser(user)
  return contextAtHand(office, { org, user }, draft.opportunityId)
}

interface Move {
  readonly handoffId: string
  readonly caller: Caller
  readonly action: string
}
/** Who moves a handoff, when, and what it was written with. */
export interface Moving extends Omit<Operation, 'role'>, Asker {
  readonly timeZone: string
  /** What the handoff was written with; undefined where that is not known here. */
  readonly template: Template | undefined
}
type Planner = (handoff: Handoff, moving: Moving) => Planned | Promise<Planned>

/** Makes a move of a handoff that is in Salesforce: it is on the disk before it is answered, and sent then. */
export async function move(
  office: Office,
  { handoffId, caller, action }: Move,
  plan: Planner,
): Promise<OutboxItem> {
  const { gateway, whereabouts, ports } = office
  const org = await whereabouts.org(caller)
  const user = await gateway.identity(org).catch(throwNotDone)
  const handoff = await handoffToMove(office, { org, user, handoffId, caller, action })
  const { timeZone } = user
  const actor = asPerson(user)
  const template = (await office.shelf.known()).of(handoff.template) ?? undefined
  const by = { operationKey: ports.newKey(), actor, now: ports.now(), timeZone, org, user }
  const wanted = await plan(handoff, { ...by, template })
  const about = { between: handoff, calendar: calendarOf(timeZone) }
  const whole = setOff(wanted, template ?? {}, about)
  const ready = await withinRights(office, user, planned(whole))
  const item = await dispatch(office, user, {
    refused: await refusedBefore(office, user, { ...ready, action }),
    plan: ready,
    action,
    opportunityName: handoff.opportunityName,
    draft: null,
    seen: {},
  })
  if (!item) throw new SalesforceError('not-now', 'This is on its way already.')
  return item
}

const decisions: ReadonlySet<string> = new Set(['accept', 'decline'])

type Repeated = Pick<Plan, 'operationKey' | 'handoffId'> & Pick<Move, 'action'>

/**
 * A decision takes the place of one that was refused: behind it, it would wait for ever. So does a change of owner,
 * whoever asked for it before in this browser.
 */
async function refusedBefore(
  { outbox }: Office,
  { orgId, userId }: Identity,
  { operationKey, handoffId, action }: Repeated,
): Promise<readonly string[]> {
  const isDecidedAgain = (one: Entry) =>
    [action, one.action].every((each) => decisions.has(each)) &&
    one.handoffId === handoffId &&
    one.userId === userId &&
    one.orgId === orgId
  return (await allEntries(outbox))
    .filter((one) => needsUser(one) && (one.operationKey === operationKey || isDecidedAgain(one)))
    .map((one) => one.operationKey)
}

/** Who may not edit the opportunity leaves its copy of the status as it is, and all that would be set in it: trying would cost a second call. */
async function withinRights(office: Office, user: Identity, plan: Plan): Promise<Plan> {
  const { opportunity, effects } = plan
  if (opportunity === null && !effects) return plan
  const { may, handoffs = [] } = (await cachedContext(office, user, plan.opportunityId)) ?? {}
  if (may?.edit !== false) return { ...plan, opportunity: shownOnDeal(plan, handoffs) }
  return { ...plan, opportunity: null, ...(effects ? { effects: { ...effects, fields: {} } } : {}) }
}

/** What its transition is planned from, as far as this computer knows. */
export async function arrangingFor(
  office: Office,
  handoff: Handoff,
  { user, now }: Moving,
): Promise<Arranging> {
  const template = await templateOf(office, handoff)
  const context = await cachedContext(office, user, handoff.opportunityId)
  const deal = context?.deal ?? null
  const formulas = await formulasFor(template, context?.types)
  return { template, handoff, deal, calendar: calendarOf(user.timeZone), now, formulas }
}

/** The template a handoff was written with, or the one of its kind when that is unknown here. */
export async function templateOf({ shelf }: Office, handoff: Handoff): Promise<Template> {
  const own = (await shelf.known()).forHandoff(handoff)
  if (own) return own
  throw new SalesforceError('unknown', `The template ${handoff.template.key} is not known here.`)
}

/** The same, with the org's own words for the choices of its fields, as far as this computer knows them. */
export async function wordedTemplateOf(
  office: Office,
  handoff: Handoff,
  user: Identity,
): Promise<Template> {
  const context = await cachedContext(office, user, handoff.opportunityId)
  return inOrgWords(await templateOf(office, handoff), context?.picklists ?? {})
}
