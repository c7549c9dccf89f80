import type { EventKind } from './event.ts'
import type { Handoff, Status } from './handoff.ts'

/** Who acts on a handoff. The system acts on clocks, never on its own judgement. */
export const actorRoles = ['outgoing', 'incoming', 'manager', 'system'] as const
export type ActorRole = (typeof actorRoles)[number]

/** What a move cannot do without. */
type Need =
  | 'recipient'
  | 'nothing-blocks-submit'
  | 'nothing-blocks-accept'
  | 'reason'
  | 'question'
  | 'new-recipient'
  | 'words'

interface MoveRule {
  readonly by: readonly ActorRole[]
  readonly from: readonly Status[]
  /** `same` leaves the status as it is. */
  readonly to: Status | 'same'
  readonly requires: readonly Need[]
  readonly emits: EventKind
}

const waiting = ['submitted', 'clarification'] as const
const beforeDecision = [...waiting, 'declined'] as const
const running = ['accepted', 'in-transition'] as const
const taken = [...running, 'completed'] as const
const sender = ['outgoing'] as const
const recipient = ['incoming'] as const
/** The recipient, or a manager in their place. */
const takers = ['incoming', 'manager'] as const
const words = ['words'] as const
const everyone = ['outgoing', 'incoming', 'manager'] as const
const plain = { by: everyone, to: 'same', requires: [] } as const

/** Who may move a handoff from where to where, what that requires and which event it leaves. The only place that knows. */
const moveRules = {
  submit: {
    by: sender,
    from: ['draft'],
    to: 'submitted',
    requires: ['recipient', 'nothing-blocks-submit'],
    emits: 'Submitted',
  },
  view: { ...plain, by: recipient, from: waiting, emits: 'Viewed' },
  review: {
    ...plain,
    by: takers,
    from: [...waiting, ...taken],
    emits: 'Reviewed',
  },
  ask: {
    by: recipient,
    from: waiting,
    to: 'clarification',
    requires: ['question', 'words'],
    emits: 'Clarification_Requested',
  },
  'answer-some': {
    by: sender,
    from: ['clarification'],
    to: 'same',
    requires: words,
    emits: 'Clarification_Answered',
  },
  'answer-last': {
    by: sender,
    from: ['clarification'],
    to: 'submitted',
    requires: words,
    emits: 'Clarification_Answered',
  },
  accept: {
    by: recipient,
    from: waiting,
    to: 'accepted',
    requires: ['nothing-blocks-accept'],
    emits: 'Accepted',
  },
  decline: {
    by: takers,
    from: waiting,
    to: 'declined',
    requires: ['reason'],
    emits: 'Declined',
  },
  resubmit: {
    by: sender,
    from: ['declined', 'clarification'],
    to: 'submitted',
    requires: ['recipient', 'nothing-blocks-submit'],
    emits: 'Resubmitted',
  },
  withdraw: {
    by: sender,
    from: beforeDecision,
    to: 'cancelled',
    requires: [],
    emits: 'Withdrawn',
  },
  cancel: {
    by: ['manager'],
    from: [...beforeDecision, ...running],
    to: 'cancelled',
    requires: ['reason'],
    emits: 'Cancelled',
  },
  reassign: {
    by: ['outgoing', 'manager'],
    from: beforeDecision,
    to: 'submitted',
    requires: ['new-recipient'],
    emits: 'Reassigned',
  },
  remind: {
    ...plain,
    by: ['outgoing', 'manager', 'system'],
    from: waiting,
    emits: 'Reminded',
  },
  begin: {
    by: [...everyone, 'system'],
    from: ['accepted'],
    to: 'in-transition',
    requires: [],
    emits: 'Phase_Started',
  },
  'start-phase': {
    ...plain,
    by: [...everyone, 'system'],
    from: ['in-transition'],
    emits: 'Phase_Started',
  },
  'plan-phases': { ...plain, from: [...waiting, ...running], emits: 'Phases_Changed' },
  'change-milestone': { ...plain, from: running, to: 'in-transition', emits: 'Milestone_Changed' },
  transfer: { ...plain, from: running, emits: 'Transfer_Done' },
  'undo-transfer': { ...plain, from: taken, emits: 'Transfer_Undone' },
  'put-back': { ...plain, from: taken, emits: 'Team_Restored' },
  complete: {
    by: takers,
    from: running,
    to: 'completed',
    requires: [],
    emits: 'Completed',
  },
  comment: {
    ...plain,
    from: [...beforeDecision, ...taken],
    requires: words,
    emits: 'Commented',
  },
  rate: { ...plain, from: taken, emits: 'Rated' },
  'change-commitment': { ...plain, from: taken, emits: 'Commitment_Changed' },
  'report-surprise': {
    by: recipient,
    from: taken,
    to: 'same',
    requires: words,
    emits: 'Surprise_Promise',
  },
  'report-repeat': {
    by: recipient,
    from: taken,
    to: 'same',
    requires: ['question'],
    emits: 'Repeat_Reported',
  },
  'report-friction': {
    ...plain,
    from: [...beforeDecision, ...taken],
    requires: ['reason'],
    emits: 'Friction_Reported',
  },
  'record-outcome': { ...plain, by: takers, from: taken, emits: 'Outcome_Recorded' },
  trace: { ...plain, from: taken, emits: 'Trouble_Traced' },
} as const satisfies Record<string, MoveRule>

export type MoveName = keyof typeof moveRules

/** Every move there is. */
export const moveNames: readonly MoveName[] = Object.keys(moveRules).filter(isMoveName)

function isMoveName(name: string): name is MoveName {
  return name in moveRules
}

/** The rule of a move. */
export function ruleOf(name: MoveName): MoveRule {
  return moveRules[name]
}

type Standing = Pick<Handoff, 'status'>

/** The moves a role may make now. */
export function moves({ status }: Standing, role: ActorRole): readonly MoveName[] {
  return moveNames.filter((name) => {
    const { by, from } = ruleOf(name)
    return by.includes(role) && from.includes(status)
  })
}

export type Moved =
  | {
      readonly outcome: 'moved'
      readonly from: Status
      readonly to: Status
      readonly emits: EventKind
      readonly requires: readonly Need[]
    }
  | { readonly outcome: 'refused'; readonly because: string }

const spoken: Record<Status, string> = {
  draft: 'still a draft',
  submitted: 'submitted',
  clarification: 'waiting for an answer',
  declined: 'declined',
  accepted: 'accepted',
  'in-transition': 'in transition',
  completed: 'completed',
  cancelled: 'cancelled',
}

/** Where a move leads, or why the role may not make it. Only the table decides. */
export function move(name: MoveName, { status }: Standing, role: ActorRole): Moved {
  const { by, from, to, emits, requires } = ruleOf(name)
  if (!by.includes(role)) {
    return { outcome: 'refused', because: `Only the ${by.join(' or ')} side can do this.` }
  }
  if (!from.includes(status)) {
    return {
      outcome: 'refused',
      because: `This handoff is ${spoken[status]}; that rules this out.`,
    }
  }
  return { outcome: 'moved', from: status, to: to === 'same' ? status : to, emits, requires }
}

/** What a user is to a handoff. Nobody's role is guessed: an unrelated user has none. */
export function rolesIn(
  handoff: Pick<Handoff, 'outgoing' | 'incoming' | 'manager'>,
  userId: string,
): readonly ActorRole[] {
  return (['outgoing', 'incoming', 'manager'] as const).filter(
    (role) => handoff[role]?.userId === userId,
  )
}
