import type { CommitmentState } from './commitment.ts'
import type { Variant } from './variant.ts'
import type { PlannedContactRole } from './contact-roles.ts'
import type { EventKind } from './event.ts'
import type { DeclineOutcome, Packet, Status } from './handoff.ts'
import type { FieldValue, Person } from './primitives.ts'
import type { Reviewed } from './reviewed.ts'
import type { Row } from './rows.ts'
import type { SaidBack } from './said-back.ts'
import type { Template } from './template.ts'
import type { Transition } from './transition.ts'
import type { TransferSnapshot, TransferWrite } from './transfer.ts'

/** A field of the opportunity, or of a record beside it, that will change. */
export interface FieldChange {
  /** Such as `Opportunity.NextStep`. */
  readonly path: string
  /** Such as "Opportunity › Next Step". */
  readonly label: string
  readonly before: FieldValue
  readonly after: FieldValue
  /** The question whose answer is written. */
  readonly question: string
}

/** An entry of the log. */
export interface PlannedEvent {
  /** Unique in the org: sending it twice has no effect twice. The first event carries the operation's own key. */
  readonly operationKey: string
  readonly kind: EventKind
  readonly fromStatus: Status | null
  readonly toStatus: Status
  readonly actor: Person
  /** On this computer's clock. */
  readonly at: string
  /** Kept as JSON with the entry. Never holds what only its author may read. */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>
}

/** New values of the handoff itself; what is absent stays as it is. */
export interface HandoffChanges {
  readonly status?: Status
  readonly kind?: Template['kind']
  readonly variant?: Variant
  readonly template?: { readonly key: string; readonly version: string }
  readonly opportunityId?: string
  readonly accountId?: string
  readonly outgoing?: Person
  readonly incoming?: Person
  readonly manager?: Person
  /** 0 to 1. */
  readonly completeness?: number
  /** 0 to 1; null when no methodology is in scope. */
  readonly coverage?: number | null
  /** 0 to 100. */
  readonly quality?: number
  readonly submittedAt?: string
  readonly dueAt?: string | null
  readonly decision?: 'accepted' | 'declined' | null
  readonly decidedAt?: string | null
  readonly declineReasons?: readonly string[]
  readonly declineOutcome?: DeclineOutcome | null
  readonly recycleUntil?: string | null
  readonly decisionComment?: string
  /** Why the decision came after its due time. */
  readonly delayReason?: string
  readonly bypassReason?: string
  readonly clarificationCount?: number
  readonly clarificationDueAt?: string | null
  readonly resubmissionCount?: number
  /** The readable text for people without the extension. */
  readonly summary?: string
  readonly saidBack?: SaidBack
  readonly firstViewedAt?: string | null
  readonly reviewed?: Reviewed
  /** From 1 to 5, by axis. */
  readonly ratings?: Readonly<Record<string, number>>
  readonly ratingComment?: string
  /** What the customer said of the change, from 1 to 5. */
  readonly pulse?: Pulse
  readonly chaseCount?: number
  readonly completedAt?: string
  readonly previousHandoffId?: string
  readonly transition?: Transition
  readonly effectiveDate?: string
  readonly transitionEnd?: string
  /** Who speaks to the customer at present. */
  readonly communicationOwner?: Person
  readonly firstCustomerContactAt?: string
  readonly transfer?: TransferSnapshot
}

/** The customer's answers to the three questions after a change, from 1 (not at all) to 5, as far as they gave some. */
export interface Pulse {
  readonly repeat?: number
  readonly delay?: number
  readonly consistent?: number
  readonly comment: string
}

/** A row of the commitment ledger. */
export interface PlannedCommitment {
  /** Becomes `Client_Key__c`; the same promise keeps its key when a handoff is submitted again. */
  readonly key: string
  readonly position: number
  readonly row: Row<'commitments'>
  /** The recipient heard of it only after taking over. */
  readonly surprise?: boolean
}

/** What has become of a promise. */
export interface LedgerChange {
  readonly commitmentId: string
  /** How it stood when that was said; absent in what an earlier version has left. */
  readonly from?: CommitmentState
  /** When it was last changed before that; what was agreed anew can be agreed anew again. */
  readonly since?: string
  readonly state: CommitmentState
  readonly note: string
  /** A new day when it was renegotiated; absent leaves it. */
  readonly due?: string
}

/** A comment, a question to the sender, or the answer to one. */
export interface PlannedComment {
  readonly key: string
  readonly kind: 'comment' | 'clarification' | 'answer'
  readonly question: string | null
  readonly section: string | null
  readonly body: string
  readonly author: Person
  readonly dueAt: string | null
  /** The id of the comment it answers. */
  readonly inReplyTo: string | null
}

/** A task for somebody, made in the same transaction. */
export interface PlannedTask {
  readonly subject: string
  readonly description: string
  readonly owner: Person
  /** The calendar day it is due; null without one. */
  readonly day: string | null
  /** When its owner is reminded; null: not at all. */
  readonly remindAt: string | null
  /** What it hangs on: the handoff, so that it shows there, or the deal. */
  readonly on: 'handoff' | 'opportunity'
}

/** What the template lets a new status set off. Whatever of it Salesforce refuses this user is left out. */
export interface PlannedEffects {
  /** New values by the names of the opportunity's fields. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** On the opportunity, where the org has Chatter. */
  readonly posts: readonly string[]
  readonly tasks: readonly PlannedTask[]
}

/** A meeting that goes into the calendars in the same transaction. */
export interface PlannedMeeting {
  readonly subject: string
  readonly description: string
  readonly location: string
  readonly start: string
  readonly end: string
  /** Whose meeting it is. */
  readonly owner: Person
  /** Colleagues and contacts who are invited. */
  readonly colleagues: readonly Person[]
  readonly contactIds: readonly string[]
  readonly on: PlannedTask['on']
}

/** What changes about a task that is there; what is absent stays. */
export interface TaskChange {
  readonly taskId: string
  /** Whose task it is, when it may stay as it is where the org lets nobody else change it. */
  readonly heldBy?: string
  readonly isDone?: boolean
  readonly day?: string | null
  readonly owner?: Person
}

/** A clarification that is settled. */
interface ResolvedComment {
  readonly commentId: string
  readonly by: Person
  readonly at: string
}

/**
 * Everything one move changes in Salesforce, as data: all of it happens or none.
 * The gateway turns it into one composite call; the review screen shows it in words.
 */
export interface Plan {
  readonly operationKey: string
  /** `Client_Key__c` of the handoff. */
  readonly clientKey: string
  /** Null until the handoff exists in Salesforce. */
  readonly handoffId: string | null
  readonly opportunityId: string
  /** The opportunity's `LastModifiedDate` the field changes are measured against; null when none are written. */
  readonly unmodifiedSince: string | null
  /** Whether the org itself changes the opportunity once the handoff is written, as a flow does: then others are looked for before. */
  readonly touchedByOrg?: boolean
  /** The handoff's own `LastModifiedDate` when what is written into it was read; absent when that does not matter. */
  readonly unchangedSince?: string
  /** The user who has to be the recipient still, because they act as that; absent when somebody else acts. */
  readonly recipientId?: string
  /** When the submission was sent that is decided on: another one must not be, unseen; absent when that does not matter. */
  readonly sentAt?: string
  readonly events: readonly PlannedEvent[]
  readonly handoff: HandoffChanges
  /** Null leaves `Payload__c` as it is. */
  readonly packet: Packet | null
  readonly fieldChanges: readonly FieldChange[]
  /** `Handoff_Status__c` and `Handoff_Readiness__c` (0 to 1) of the opportunity; null leaves them. */
  readonly opportunity: { readonly status: Status; readonly readiness: number | null } | null
  /** Contact roles of the deal that are added or changed. */
  readonly contactRoles: readonly PlannedContactRole[]
  readonly commitments: readonly PlannedCommitment[]
  readonly ledger: readonly LedgerChange[]
  readonly comments: readonly PlannedComment[]
  readonly resolved: readonly ResolvedComment[]
  readonly tasks: readonly PlannedTask[]
  readonly taskChanges: readonly TaskChange[]
  /** A new owner of the deal, and what goes with it. */
  readonly transfer?: TransferWrite
  readonly meetings?: readonly PlannedMeeting[]
  readonly effects?: PlannedEffects
  /** Users who get Edit on the handoff in the same transaction. */
  readonly shareWith: readonly Person[]
  /** Who has lost their part in the handoff: what was shared with them by hand is taken back, where Salesforce lets this user. */
  readonly former?: Person
  /** What happens, each in one sentence, for the person to read before confirming. */
  readonly inWords: readonly string[]
}

/** A plan, or why there can be none: the sentence to show. */
export type Planned<Kind extends Plan = Plan> =
  | { readonly outcome: 'planned'; readonly plan: Kind }
  | { readonly outcome: 'refused'; readonly because: string }
