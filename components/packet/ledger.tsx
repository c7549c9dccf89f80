import type { Commitment, CommitmentState } from '#lib/handoff/commitment.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { day, type Formats } from '#components/ui/formats.ts'
import { Pill, type Tone } from '#components/ui/pill.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { ChangeBox, isOffered, useArrival, useBegunChange } from './change-box.tsx'
import { useDesk, useReopened } from './desk.ts'
import { SurpriseBox, useIsSurprised } from './surprise-box.tsx'
import discussion from './discussion.module.css'
import styles from './packet.module.css'

const states = {
  open: { words: 'Open', tone: 'warning' },
  kept: { words: 'Kept', tone: 'good' },
  renegotiated: { words: 'Renegotiated', tone: 'accent' },
  broken: { words: 'Broken', tone: 'bad' },
} as const satisfies Record<CommitmentState, { words: string; tone: Tone }>

/** What was promised to the customer, and what has become of each promise. */
export function Ledger() {
  const { handoff, role } = useDesk()
  const [isAdding, setAdding] = useReopened(useIsSurprised() || null)
  const { commitments = [] } = handoff
  const canAdd = role === 'incoming'
  if (commitments.length === 0 && !canAdd) return null
  return (
    <section className={styles['section']} aria-label="What became of the promises">
      <div className={styles['head']}>
        <h2>What became of the promises</h2>
        {canAdd && !isAdding && (
          <Button look="link" icon="add" onClick={() => setAdding(true)}>
            Surprise promise
          </Button>
        )}
      </div>
      {canAdd && isAdding && <SurpriseBox onClose={() => setAdding(null)} />}
      <ul className={discussion['thread']}>
        {commitments.map((promise) => (
          <Promised key={promise.id} promise={promise} />
        ))}
      </ul>
    </section>
  )
}

/** What is known of a promise besides its words, as far as it is. */
function factsOf(promise: Commitment, formats: Formats): readonly string[] {
  const { toWhom, byWhom, due, source, notInContract, stretch } = promise
  return [
    toWhom && `to ${toWhom}`,
    byWhom && `by ${byWhom}`,
    due && `due ${day(due, formats)}`,
    source,
    notInContract ? 'not in the contract' : '',
    stretch ? 'hard to keep' : '',
  ].filter(Boolean)
}

function Promised({ promise }: { readonly promise: Commitment }) {
  const { formats } = useSetting()
  const { role } = useDesk()
  const [changing, setChanging] = useReopened(useBegunChange(promise))
  useArrival(promise)
  const { words, state, note, surprise } = promise
  const facts = factsOf(promise, formats)
  return (
    <li data-state={state}>
      <p dir="auto" className={discussion['words']}>
        {words}
      </p>
      <p className={discussion['byline']}>
        <Pill tone={states[state].tone}>{states[state].words}</Pill>
        {surprise && <Pill tone="warning">Surprise</Pill>}
        {facts.length > 0 && <span>{facts.join(' · ')}</span>}
      </p>
      {note !== '' && <p dir="auto">{note}</p>}
      {changing === null && role !== null && <Choices promise={promise} onChoice={setChanging} />}
      {changing !== null && (
        <ChangeBox promise={promise} state={changing} onClose={() => setChanging(null)} />
      )}
    </li>
  )
}

const verbs = {
  open: 'Open again',
  kept: 'Kept',
  renegotiated: 'Renegotiated…',
  broken: 'Broken…',
} as const satisfies Record<CommitmentState, string>

interface ChoicesProps {
  readonly promise: Commitment
  readonly onChoice: (state: CommitmentState) => void
}

/** Keeping a promise needs no words; everything else is asked about. */
function Choices({ promise, onChoice }: ChoicesProps) {
  const { isBusy, acts } = useDesk()
  const { id: commitmentId, state, words } = promise
  const others = (['kept', 'renegotiated', 'broken', 'open'] as const).filter((one) =>
    isOffered(one, state),
  )
  return (
    <div className={discussion['row']}>
      {others.map((one) =>
        one === 'kept' || one === 'open' ? (
          <EffectButton
            key={one}
            disabled={isBusy}
            onPress={() => void acts.change({ commitmentId, state: one, note: '' })}
          >
            {verbs[one]}
            <Spoken> “{words}”</Spoken>
          </EffectButton>
        ) : (
          <Button key={one} disabled={isBusy} onClick={() => onChoice(one)}>
            {one === state ? 'Renegotiated again…' : verbs[one]}
            <Spoken> “{words}”</Spoken>
          </Button>
        ),
      )}
    </div>
  )
}
