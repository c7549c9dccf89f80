import { createSaveQueue } from '#components/hooks/save-queue.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import { createReserve, type KeepSlot } from '#lib/storage/reserve.ts'
import type { Slot } from '#lib/storage/slots.ts'
import type { Entry } from '#lib/sync/entry.ts'
import { allEntries, enqueue, type OutboxPorts, tellAll } from '#lib/sync/outbox.ts'
import { submission } from '../salesforce/plans.ts'
import { aDraft, ana } from '../storage/fresh-database.ts'
import { anEntry } from '../sync/desk.ts'
import type { Confirmed, Evidence, SavedText } from './invariants.ts'
import { modelOrg } from './model-org.ts'

/** How many more steps a worker takes before it is killed. */
interface Life {
  left: number
  readonly death: Promise<'dead'>
  readonly die: () => void
}

function newLife(): Life {
  let die = () => undefined as void
  const death = new Promise<'dead'>((resolve) => {
    die = () => resolve('dead')
  })
  return { left: Infinity, death, die: () => die() }
}

const never = new Promise<never>(() => undefined)

/** The same methods; each is a place before and after which the worker can be killed. */
function mortal<Methods extends object>(methods: Methods, life: Life): Methods {
  const step = async () => {
    life.left -= 1
    if (life.left >= 0) return
    life.die()
    await never
  }
  return new Proxy(methods, {
    get:
      (real, name) =>
      async (...given: unknown[]) => {
        await step()
        const method: unknown = Reflect.get(real, name)
        if (typeof method !== 'function') return method
        const done: unknown = await Reflect.apply(method, real, given)
        await step()
        return done
      },
  })
}

export const deals = ['006Hs0000000847IAA', '006Hs0000000CMNIA2'] as const

/** Ana's computer: a disk, a clock, surfaces with two tabs, and a worker that can be killed at every step. */
export function modelComputer() {
  const org = modelOrg()
  const slots = new Map<string, Slot>()
  const clock = { now: Date.parse('2026-11-23T12:00:00.000Z') }
  const shown = new Map<string, string>()
  const saved = new Map<string, SavedText>()
  const calledSent = new Set<string>()
  const confirmed: Confirmed[] = []
  const conflicts = new Map<string, { path: string; theirs: unknown }[]>()
  let keys = 0
  const newKey = (what: string) => `${what}-${(keys += 1)}`
  const now = () => new Date(clock.now).toISOString()
  const keep: KeepSlot = async (key, slot) => {
    if (slot) slots.set(key, structuredClone(slot))
    else slots.delete(key)
  }
  const changed = ({ operationKey, state, conflicts: found }: Entry) => {
    shown.set(operationKey, state)
    if (state === 'sent') calledSent.add(operationKey)
    const known = conflicts.get(operationKey) ?? []
    conflicts.set(operationKey, [...known, ...found])
  }

  const newWorker = () => {
    const life = newLife()
    // A dead worker writes nothing and tells nobody, whatever it was in the middle of.
    const keepAlive: KeepSlot = (key, slot) => (life.left < 0 ? never : keep(key, slot))
    const reserve = createReserve(structuredClone([...slots.values()]), keepAlive)
    let turn: Promise<void> = Promise.resolve()
    const ports: OutboxPorts = {
      store: mortal(reserve.outbox, life),
      gateway: mortal(org.gateway, life),
      now,
      random: () => 0.5,
      alone: (work) => (turn = turn.then(work)),
      changed: (entry) => (life.left < 0 ? undefined : changed(entry)),
      done: async () => undefined,
      wakeAt: async () => undefined,
    }
    return { life, ports, drafts: mortal(reserve.drafts, life), reserve }
  }
  let worker = newWorker()
  const restart = async () => {
    worker.life.left = -1
    worker = newWorker()
    await tellAll(worker.ports)
  }
  /** Lets the worker do something; false when it was killed over it. */
  const doing = async (work: (at: typeof worker) => Promise<unknown>): Promise<boolean> => {
    const done = await Promise.race([work(worker), worker.life.death])
    if (done !== 'dead') return true
    await restart()
    return false
  }

  /** As `ask` does: what is lost with the worker is asked again, because storing twice does no harm. */
  const store = async (deal: string, question: string, answer: Answer | null) => {
    const draft = await draftOf(deal)
    if (!draft) return 'The draft is no longer there.'
    const change = { draftKey: draft.key, question, answer }
    const write = () => doing(({ drafts }) => drafts.answer(change, now()))
    if (!(await write()) && !(await write())) return 'The extension did not answer.'
    const text = answer?.kind === 'given' && answer.value.type === 'text' ? answer.value.text : ''
    saved.set(`${draft.key} ${question}`, { draftKey: draft.key, question, text })
    return null
  }
  const draftOf = (deal: string): Promise<Draft | null> => worker.reserve.drafts.find(ana, deal)
  const tabs = deals.map((deal) =>
    [0, 1].map(() => createSaveQueue((question, answer) => store(deal, question, answer))),
  )

  const submit = async (deal: string) => {
    const draft = await draftOf(deal)
    if (!draft) return
    const operationKey = newKey('op')
    const plan = planOf(draft, operationKey)
    const { baseline } = draft
    const entry = anEntry({
      operationKey,
      opportunityId: deal,
      plan,
      draft,
      seen: {
        'Opportunity.OwnerId': baseline.fields['Opportunity.OwnerId'] ?? null,
        'Opportunity.Handoff_Status__c': baseline.fields['Opportunity.Handoff_Status__c'] ?? null,
      },
      nextAttemptAt: now(),
      createdAt: now(),
    })
    await doing(({ ports }) => enqueue(ports, entry, draft))
    if (![...slots.values()].some((slot) => isOperation(slot, operationKey))) return
    const seen = Object.fromEntries(plan.fieldChanges.map(({ path, before }) => [path, [before]]))
    confirmed.push({ operationKey, clientKey: draft.key, opportunityId: deal, ...ana, seen })
  }

  const evidence = async (healedFor: number): Promise<Evidence> => ({
    saved: [...saved.values()],
    drafts: await worker.reserve.drafts.all(ana),
    entries: await allEntries({ store: worker.reserve.outbox }),
    confirmed: confirmed.map((each) => withShown(each, conflicts.get(each.operationKey) ?? [])),
    carriedOut: org.carriedOut,
    handoffs: org.handoffs,
    calledSent,
    shown,
    healedFor,
  })
  return {
    org,
    clock,
    tabs,
    submit,
    doing,
    restart,
    evidence,
    killAfter: (steps: number) => (worker.life.left = steps),
    draftOf,
    start: (deal: string) => {
      const { fields, lastModifiedAt } = org.dealOf(deal)
      const baseline = { fields: { ...fields }, lastModifiedAt }
      const draft = aDraft({ key: newKey('draft'), opportunityId: deal, baseline })
      return doing(({ drafts }) => drafts.start(draft))
    },
    entries: () => allEntries({ store: worker.reserve.outbox }),
  }
}
export type ModelComputer = ReturnType<typeof modelComputer>

const isOperation = (slot: Slot, key: string) =>
  slot.kind === 'operation' && slot.row.operationKey === key

function withShown(each: Confirmed, found: readonly { path: string; theirs: unknown }[]) {
  const seen: Record<string, readonly unknown[]> = { ...each.seen }
  for (const { path, theirs } of found) seen[path] = [...(seen[path] ?? []), theirs]
  return { ...each, seen }
}

const nextStep = 'Opportunity.NextStep'

function planOf(draft: Draft, operationKey: string): Plan {
  const { key, opportunityId, answers, baseline } = draft
  const next = answers['next']
  const after: FieldValue =
    next?.kind === 'given' && next.value.type === 'text' ? next.value.text : null
  const before = baseline.fields[nextStep] ?? null
  const change = { path: nextStep, label: 'Next Step', before, after, question: 'next' }
  return submission({
    operationKey,
    clientKey: key,
    opportunityId,
    unmodifiedSince: baseline.lastModifiedAt,
    packet: { v: 1, template: draft.template, variant: draft.variant, answers },
    fieldChanges: after === null ? [] : [change],
  })
}
