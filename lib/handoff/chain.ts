import type { Handoff, Status } from './handoff.ts'
import type { Question } from './question.ts'
import { redact } from './redaction.ts'
import type { PreviousHandoff } from './source.ts'
import type { Predecessor } from './submission.ts'
import type { Template } from './template.ts'
import { mayRead } from './tier.ts'

const taken: ReadonlySet<Status> = new Set(['accepted', 'in-transition', 'completed'])

/** Whether somebody has taken it over. */
export const isTaken = ({ status }: Pick<Handoff, 'status'>) => taken.has(status)

const decided = ({ decidedAt, submittedAt }: Handoff) => decidedAt ?? submittedAt ?? ''

const latestFirst = (one: Handoff, other: Handoff) => decided(other).localeCompare(decided(one))

/** What was taken over last of these. */
export const latest = (all: readonly Handoff[]) => all.filter(isTaken).toSorted(latestFirst)[0]

/** All that a new handoff of a deal may follow on. */
export interface Chain {
  /** All of this deal. */
  readonly handoffs: readonly Handoff[]
  /** Those of the account's other deals. */
  readonly chain?: readonly Handoff[] | undefined
}

/** The handoff that the next one follows on: what was last taken over in this deal, else in the account. */
export function lastTaken({ handoffs, chain = [] }: Chain): Handoff | null {
  return latest(handoffs) ?? latest(chain) ?? null
}

/** The handoff that a draft follows on. One that is sent again keeps the predecessor it was sent with. */
export function predecessorOf({ handoffId }: { readonly handoffId: string | null }, all: Chain) {
  const own = all.handoffs.find(({ id }) => id === handoffId)
  const others = all.handoffs.filter(({ id }) => id !== handoffId)
  return namedBy(own, all) ?? lastTaken({ ...all, handoffs: others })
}

function namedBy(own: Handoff | undefined, { handoffs, chain = [] }: Chain): Handoff | null {
  const named = own?.previousHandoffId
  return [...handoffs, ...chain].find(({ id }) => id === named) ?? null
}

/** Who was neither sender nor recipient of a handoff reads what the account team may read. */
export function readableBy(userId: string, handoff: Handoff, template: Template): Handoff {
  const { packet, outgoing, incoming } = handoff
  const isParty = outgoing.userId === userId || incoming?.userId === userId
  return packet === null || isParty
    ? handoff
    : { ...handoff, packet: redact(packet, template, 'account-team') }
}

const forRecipient = (question: Question): Question =>
  mayRead('recipient', question.tier) ? question : { ...question, tier: 'recipient' }

/** A template in the place of one that is missing: who was meant to read the answers is not known, so nobody but the recipient is. */
export function standingIn(template: Template): Template {
  const sections = template.sections.map((section) => ({
    ...section,
    questions: section.questions.map(forRecipient),
  }))
  return { ...template, sections }
}

/** The handoff before this one, as a submission names it and compares with it. */
export function predecessor(handoff: Handoff, template: Template | null): Predecessor {
  const { id, name, packet } = handoff
  return { handoffId: id, name, chapter: packet && template && { template, packet, name } }
}

/** A handoff as the next one starts from it; nothing when its packet cannot be read. */
export function startFrom(
  handoff: Handoff,
  template: Template,
  userId: string,
): PreviousHandoff | undefined {
  const { id, name, packet } = readableBy(userId, handoff, template)
  return packet ? { handoffId: id, name, answers: packet.answers, template } : undefined
}
