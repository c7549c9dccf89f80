import type { ReactNode } from 'react'
import { day, dayOf, type Formats } from '#components/ui/formats.ts'
import { phaseWords } from '#components/transition/phase-words.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import { type Difference, hasPlaces, type TransferSnapshot } from '#lib/handoff/transfer.ts'
import type { TransferStanding } from '#lib/handoff/transfer-due.ts'
import type { Template } from '#lib/handoff/template.ts'
import { creditChangeWords } from './credit-words.ts'
import styles from './transfer.module.css'

interface OwnerBoxProps {
  readonly handoff: Handoff
  /** Whose the deal is now. */
  readonly owner: Person
  readonly standing: TransferStanding
  readonly transfer: Template['transfer']
  readonly formats: Formats
  /** What the last change has left otherwise than planned; null when it was not read back. */
  readonly differences: readonly Difference[] | null
  readonly actions: ReactNode
}

/** Whose the deal is, whose it is to be and when, and what the last change of owner has left. */
export function OwnerBox(props: OwnerBoxProps) {
  const { standing, differences, formats, actions } = props
  const told = differences !== null && <Differing {...{ differences, formats }} />
  if (standing.is === 'nothing' && !isOtherwise(differences)) return null
  return (
    <section
      className={styles['box']}
      aria-label="Owner of the deal"
      data-due={standing.is === 'due' || undefined}
    >
      <h2>Owner of the deal</h2>
      {'snapshot' in standing ? (
        <Changed {...{ standing, told, formats }} />
      ) : (
        <>
          {told}
          {standing.is !== 'nothing' && <Coming {...props} {...{ standing }} />}
        </>
      )}
      <div className={styles['actions']}>{actions}</div>
    </section>
  )
}

type Coming = Extract<TransferStanding, { is: 'waiting' | 'due' }>

function Coming({
  handoff,
  owner,
  standing,
  transfer,
  formats,
}: OwnerBoxProps & { readonly standing: Coming }) {
  const to = handoff.incoming?.name ?? ''
  const isOther = owner.userId !== handoff.outgoing.userId
  return (
    <>
      <p>
        <Name>{owner.name}</Name> owns the deal{isOther && ', who has not handed it over'}.{' '}
        {standing.is === 'due' ? (
          <>
            It is time that <Name>{to}</Name> does: {since(transfer, standing.day, formats)}.
          </>
        ) : (
          <>
            <Name>{to}</Name> owns it {from(transfer, standing.day, formats)}.
          </>
        )}
      </p>
      <p>
        Nothing changes by itself. Whoever does it first sees what would move, stay and be lost.
      </p>
    </>
  )
}

type Terms = Template['transfer']

function since({ ownerMoves, afterPhase }: Terms, on: string | null, formats: Formats): string {
  const date = on === null ? '' : ` ${day(on, formats)}`
  if (ownerMoves === 'on-accept') return `the handoff was accepted on${date}`
  if (ownerMoves === 'at-phase-end') return `the ${phaseWord(afterPhase)} ended before${date}`
  return `the day was${date}`
}

function from({ ownerMoves, afterPhase }: Terms, on: string | null, formats: Formats): string {
  if (on !== null) return `from ${day(on, formats)} on`
  if (ownerMoves === 'at-phase-end') return `when the ${phaseWord(afterPhase)} ends`
  return 'from the day on that both agree on'
}

const phaseWord = (phase: Terms['afterPhase']) =>
  phase === undefined ? 'transition' : `phase “${phaseWords[phase]}”`

type Change = Extract<TransferStanding, { is: 'done' | 'undone' }>

interface ChangedProps extends Pick<OwnerBoxProps, 'formats'> {
  readonly standing: Change
  /** What was left otherwise than planned. */
  readonly told: ReactNode
}

function Changed({ standing, told, formats }: ChangedProps) {
  const { snapshot } = standing
  const { undone } = snapshot
  return (
    <>
      <p>
        <Name>{(undone ? snapshot.from : snapshot.to).name}</Name> owns the deal
        {undone ? ' again. Given back on ' : '. Changed on '}
        {dayOf((undone ?? snapshot).at, formats)} by <Name>{(undone ?? snapshot).by.name}</Name>
        {undone === null && snapshot.reason !== '' ? (
          <>
            : “<Name>{snapshot.reason}</Name>”
          </>
        ) : (
          '.'
        )}
      </p>
      {told}
      <Waiting snapshot={snapshot} />
    </>
  )
}

interface DifferingProps extends Pick<OwnerBoxProps, 'formats'> {
  readonly differences: readonly Difference[]
}

/** Something is not as it was to be: such as an owner whom an automation of the org has put back. */
const isOtherwise = (differences: OwnerBoxProps['differences']) =>
  differences?.some((one) => typeof one === 'string') ?? false

/** Salesforce shares out the credit by rules of its own: that is told, and nothing to worry about. */
function Differing({ differences, formats }: DifferingProps) {
  const wrong = differences.filter((one) => typeof one === 'string')
  const credits = differences.filter((one) => typeof one !== 'string')
  return (
    <>
      {wrong.length > 0 && (
        <Lines tone="warning" title="Salesforce has made something else of it" lines={wrong} />
      )}
      {credits.length > 0 && (
        <Lines
          tone="calm"
          title="Salesforce has shared out the credit anew"
          lines={credits.map((one) => creditChangeWords(one, formats))}
        />
      )}
    </>
  )
}

interface LinesProps {
  readonly tone: 'calm' | 'warning'
  readonly title: string
  readonly lines: readonly string[]
}

function Lines({ tone, title, lines }: LinesProps) {
  return (
    <Notice {...{ tone, title }}>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Name dir="ltr">{line}</Name>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Waiting({ snapshot }: { readonly snapshot: TransferSnapshot }) {
  const { waits, undone, from: giver, to } = snapshot
  if (!hasPlaces(waits)) return null
  const names = [...waits.team, ...waits.grants].map(({ name }) => name).join(', ')
  return (
    <p>
      Still to be put back: <Name>{names}</Name>. <Name>{(undone ? giver : to).name}</Name>, or
      somebody above, can do it in one step.
    </p>
  )
}
