import { createContext, use, useState } from 'react'
import type { Answer, Answers } from '#lib/handoff/answer.ts'
import type { CommitmentState } from '#lib/handoff/commitment.ts'
import type { OutcomeSaid } from '#lib/handoff/customer-outcome.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { type ActorRole, moves } from '#lib/handoff/lifecycle.ts'
import type { Pulse } from '#lib/handoff/plan.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Effect } from '#lib/handoff/template.ts'
import type { SaidBack } from '#lib/handoff/said-back.ts'
import type { Tracing } from '#lib/handoff/trace.ts'

/** Where a remark or a question stands: at a question, a section, or the whole. */
export interface Place {
  readonly question: string | null
  readonly section: string | null
}

/** A question to the sender about one answer. */
export interface Asking {
  readonly question: string
  readonly section: string | null
  readonly body: string
}

/** A remark as it was written. */
export interface Remarking extends Place {
  readonly body: string
  readonly mentioned: readonly Person[]
  readonly followUp: { readonly owner: Person; readonly day: string | null } | null
}

type Corrections = NonNullable<SaidBack['verdict']>['corrections']

/** How a customer stands, as it was recorded. */
export type OutcomeGiven = Pick<OutcomeSaid, 'after' | 'customer' | 'words'>

/** What is traced to the handoff. */
export type TraceGiven = Pick<Tracing, 'harm' | 'cause' | 'about' | 'words'>

/** What can be done here. Each resolves to whether it is on its way: then what was typed for it may go. */
export interface Acts {
  readonly ask: (asked: readonly Asking[]) => Promise<boolean>
  readonly reply: (commentId: string, body: string, answers: Answers) => Promise<boolean>
  readonly remark: (remark: Remarking) => Promise<boolean>
  readonly remind: (words: string) => Promise<boolean>
  readonly reassign: (reassigning: {
    readonly to: Person
    readonly reason: string
  }) => Promise<boolean>
  readonly settle: (commentId: string) => Promise<boolean>
  readonly judge: (corrections: Corrections) => Promise<boolean>
  readonly change: (change: {
    readonly commitmentId: string
    readonly state: CommitmentState
    readonly note: string
    readonly due?: string
  }) => Promise<boolean>
  readonly surprise: (promise: {
    readonly words: string
    readonly toWhom: string
    readonly byWhom: string
    readonly due: string
  }) => Promise<boolean>
  readonly report: (friction: {
    readonly step: string
    readonly cause: string
    readonly words: string
  }) => Promise<boolean>
  readonly rate: (ratings: Record<string, number>, comment: string) => Promise<boolean>
  readonly hear: (pulse: Pulse) => Promise<boolean>
  readonly record: (said: OutcomeGiven) => Promise<boolean>
  readonly trace: (traced: TraceGiven) => Promise<boolean>
}

/** Everything around a handoff that is read. */
export interface Desk {
  readonly handoff: Handoff
  /** What the reader is to the handoff; null for everybody else. */
  readonly role: ActorRole | null
  /** Milliseconds since 1970. */
  readonly now: number
  /** Something of this handoff is on its way: nothing else can be begun. */
  readonly isBusy: boolean
  /** What stands in boxes and was not sent, by the name of the box. */
  readonly typed: Readonly<Record<string, string>>
  readonly type: (name: string, text: string) => void
  readonly acts: Acts
  /** Questions whose answers the sender has changed since the recipient asked. */
  readonly changed: ReadonlySet<string>
  /** When the recipient has read each section; what was ticked just now included. */
  readonly reviewed: Readonly<Record<string, string>>
  readonly onRead: (section: string, isRead: boolean) => void
  /** What would be wrong with the packet if one answer were changed: of it and of what hangs on it. */
  readonly assess: (question: string, answer: Answer) => readonly Finding[]
  /** What the reader sets off by giving the handoff a status, and maybe to somebody else to decide, each in one sentence. */
  readonly happens: (status: Effect['status'], incoming?: Person) => readonly string[]
  /** Whether somebody can open the handoff; null where that is not known. */
  readonly mayRead: (userId: string) => Promise<boolean | null>
}

const DeskContext = createContext<Desk | null>(null)

/** Gives the desk to everything inside. */
export const WithDesk = DeskContext.Provider

/** The desk of the handoff shown. Throws outside of one. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('This is drawn outside of a handoff that is read.')
  return desk
}

/** Whether the reader may remark on it, and settle remarks: not once it is cancelled. */
export function useMayRemark(): boolean {
  const { role, handoff } = useDesk()
  return role !== null && moves(handoff, role).includes('comment')
}

/** A text that stands in a box until it is sent: what it is, how it changes, and that it may go. */
export function useTyped(name: string) {
  const { typed, type } = useDesk()
  return [typed[name] ?? '', (text: string) => type(name, text)] as const
}

/** Which box is open: the one that was opened, or to begin with the one that holds what was typed before. */
export function useReopened<Box>(held: Box | null) {
  const [open, setOpen] = useState<Box | null>(null)
  const [before, setBefore] = useState<Box | null>(null)
  // What was typed is read a moment after the first drawing, and comes back when its sending is given up. A box stays
  // open when it is emptied.
  if (before !== held) {
    setBefore(held)
    if (held !== null && open === null) setOpen(held)
  }
  return [open, (box: Box | null) => setOpen(box)] as const
}
