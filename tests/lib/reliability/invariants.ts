import type { Draft } from '#lib/handoff/draft.ts'
import type { Entry } from '#lib/sync/entry.ts'

/** A text that a surface has shown as saved, and nobody has changed since. */
export interface SavedText {
  readonly draftKey: string
  readonly question: string
  readonly text: string
}

/** An operation as the org carried it out. */
export interface CarriedOut {
  readonly operationKey: string
  readonly clientKey: string
  readonly opportunityId: string
  /** The org and user of the session that carried it out. */
  readonly as: { readonly orgId: string; readonly userId: string }
  /** What the handoff holds of the user's words. */
  readonly words: string
  /** The fields it wrote, and what stood there before. */
  readonly fields: readonly { readonly path: string; readonly was: unknown }[]
}

/** What an operation was when the user confirmed it. */
export interface Confirmed {
  readonly operationKey: string
  readonly clientKey: string
  readonly opportunityId: string
  readonly orgId: string
  readonly userId: string
  /** What the user last saw in each field that is written, conflicts shown included. */
  readonly seen: Readonly<Record<string, readonly unknown[]>>
}

/** Everything that is known after a run. */
export interface Evidence {
  readonly saved: readonly SavedText[]
  /** On this computer: drafts, the trash included. */
  readonly drafts: readonly Draft[]
  readonly entries: readonly Entry[]
  /** In the order in which the user confirmed them. */
  readonly confirmed: readonly Confirmed[]
  /** In the order in which the org carried them out. */
  readonly carriedOut: readonly CarriedOut[]
  /** The client keys of the org's handoffs. */
  readonly handoffs: readonly string[]
  /** Operations that were ever called sent. */
  readonly calledSent: ReadonlySet<string>
  /** What surfaces show of each operation at the end. */
  readonly shown: ReadonlyMap<string, string>
  /** Milliseconds since the last fault was over. */
  readonly healedFor: number
}

const states: ReadonlySet<string> = new Set([
  'queued',
  'sending',
  'sent',
  'unknown',
  'needs-attention',
  'conflict',
])

/** The eight things that hold after every run, whatever happened on the way. Empty when they do. */
export function violations(evidence: Evidence): readonly string[] {
  return [
    ...durability(evidence),
    ...exactlyOnce(evidence),
    ...noSilentOverwrite(evidence),
    ...order(evidence),
    ...binding(evidence),
    ...liveness(evidence),
    ...honesty(evidence),
    ...conservation(evidence),
  ]
}

function durability({ saved, drafts, entries, carriedOut }: Evidence): readonly string[] {
  return saved.flatMap(({ draftKey, question, text }) => {
    const here = [...drafts, ...entries.flatMap(({ draft }) => draft ?? [])]
      .filter(({ key }) => key === draftKey)
      .some(({ answers }) => JSON.stringify(answers[question] ?? null).includes(inJson(text)))
    const there = carriedOut.some(
      ({ clientKey, words }) => clientKey === draftKey && words.includes(inJson(text)),
    )
    return here || there ? [] : [`1 durability: “${text}” was called saved and is nowhere`]
  })
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1)

function exactlyOnce({ handoffs, carriedOut, calledSent }: Evidence): readonly string[] {
  const keys = carriedOut.map(({ operationKey }) => operationKey)
  return [
    ...twice(handoffs).map((key) => `2 exactly once: two handoffs ${key}`),
    ...twice(keys).map((key) => `2 exactly once: ${key} was carried out twice`),
    ...[...calledSent]
      .filter((key) => !keys.includes(key))
      .map((key) => `2 exactly once: ${key} was called sent and never was`),
  ]
}

const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) < at)

function noSilentOverwrite({ carriedOut, confirmed }: Evidence): readonly string[] {
  return carriedOut.flatMap(({ operationKey, fields }) => {
    const seen = confirmed.find((each) => each.operationKey === operationKey)?.seen ?? {}
    return fields.flatMap(({ path, was }) =>
      (seen[path] ?? []).some((value) => same(value, was))
        ? []
        : [`3 no silent overwrite: ${operationKey} wrote over “${String(was)}” in ${path} unseen`],
    )
  })
}

const same = (a: unknown, b: unknown) => (a ?? '') === (b ?? '')

function order({ confirmed, carriedOut }: Evidence): readonly string[] {
  const place = new Map(confirmed.map(({ operationKey }, at) => [operationKey, at]))
  const last = new Map<string, number>()
  return carriedOut.flatMap(({ operationKey, opportunityId }) => {
    const at = place.get(operationKey) ?? -1
    const before = last.get(opportunityId) ?? -1
    last.set(opportunityId, at)
    return at < before ? [`4 order: ${operationKey} overtook another of ${opportunityId}`] : []
  })
}

function binding({ carriedOut, confirmed }: Evidence): readonly string[] {
  return carriedOut.flatMap(({ operationKey, as }) => {
    const made = confirmed.find((each) => each.operationKey === operationKey)
    if (!made || (made.orgId === as.orgId && made.userId === as.userId)) return []
    return [`5 binding: ${operationKey} of ${made.userId} was sent as ${as.userId}`]
  })
}

const SECOND = 1000

function liveness({ entries, healedFor }: Evidence): readonly string[] {
  if (healedFor < 30 * SECOND) return []
  return entries.flatMap((entry) => {
    const { operationKey, state, opportunityId } = entry
    if (state === 'sent' || showsWhy(entry)) return []
    // What stands behind one that needs the user waits for it, and the user sees that one.
    const head = entries.find(
      (each) => each.opportunityId === opportunityId && each.state !== 'sent',
    )
    const waits = head !== undefined && head !== entry && showsWhy(head)
    return waits ? [] : [`6 liveness: ${operationKey} is ${state} long after everything healed`]
  })
}

function showsWhy({ state, trouble, conflicts }: Entry): boolean {
  if (state === 'needs-attention') return trouble !== null
  return state === 'conflict' && (conflicts.length > 0 || trouble !== null)
}

function honesty({ entries, shown }: Evidence): readonly string[] {
  return entries.flatMap(({ operationKey, state }) => {
    const told = shown.get(operationKey)
    if (told === state && states.has(state)) return []
    return [`7 honesty: ${operationKey} is ${state} and shown as ${told ?? 'nothing'}`]
  })
}

function conservation({ confirmed, entries, carriedOut, drafts }: Evidence): readonly string[] {
  return confirmed.flatMap(({ operationKey, clientKey }) => {
    const isDone = carriedOut.some((each) => each.clientKey === clientKey)
    const isHere = entries.some(({ plan }) => plan.clientKey === clientKey)
    // Given up by the user, or never confirmed to the end: then its draft is there.
    const isBack = drafts.some(({ key }) => key === clientKey)
    return isDone || isHere || isBack ? [] : [`8 conservation: ${operationKey} has vanished`]
  })
}
