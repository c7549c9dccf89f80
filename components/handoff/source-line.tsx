import type { Answer, GivenAnswer, Provenance, Value } from '#lib/handoff/answer.ts'
import { firstWords } from '#lib/handoff/clip.ts'
import { changedInSalesforce } from '#lib/handoff/freshness.ts'
import type { Question } from '#lib/handoff/question.ts'
import { textOf } from '#lib/handoff/value-text.ts'
import { Button } from '#components/ui/button.tsx'
import { ago, dayOf } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { useSetting } from './setting.ts'
import { taken } from './taken.ts'
import styles from './question-view.module.css'

type FromPrevious = Extract<Provenance, { from: 'previous-handoff' }>

interface SourceLineProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer | null) => void
}

/** Where an answer comes from and how old it is; when Salesforce has changed since, the choice between both. */
export function SourceLine({ question, answer, onAnswer }: SourceLineProps) {
  const { deal, formats, now } = useSetting()
  if (answer?.kind !== 'given') return null
  const { provenance } = answer
  if (provenance.from === 'previous-handoff') {
    return (
      <p className={styles['source']}>
        <PreviousSource {...provenance} />
      </p>
    )
  }
  if (provenance.from === 'typed') return null
  const changed = changedInSalesforce(question, answer, deal)
  const age = ago(provenance.changedAt ?? provenance.readAt, Date.parse(now()), formats)
  return (
    <p className={styles['source']}>
      <span>
        from {provenance.label} · {changed === null && age}
        {changed !== null && <span className={styles['changed']}>changed in Salesforce since</span>}
      </span>
      {changed !== null && <TakeOrKeep {...{ question, answer, onAnswer, theirs: changed.now }} />}
    </p>
  )
}

/** Such as "from HO-00042 (Ana Ferreira, 3 Nov)". */
function PreviousSource({ handoffId, name, by, at }: FromPrevious) {
  const { formats, lightningOrigin } = useSetting()
  return (
    <span>
      from <SafeLink address={`${lightningOrigin}/lightning/r/${handoffId}/view`}>{name}</SafeLink>
      {by !== undefined && at !== undefined && (
        <>
          {' '}
          (<Name>{by}</Name>, {dayOf(at, formats)})
        </>
      )}
    </span>
  )
}

interface TakeOrKeepProps {
  readonly question: Question
  readonly answer: GivenAnswer
  readonly theirs: Value | null
  readonly onAnswer: (answer: Answer | null) => void
}

function TakeOrKeep({ question, answer, theirs, onAnswer }: TakeOrKeepProps) {
  const { deal } = useSetting()
  const shown = theirs === null ? 'nothing' : firstWords(textOf(theirs), 8)
  return (
    <>
      <Button look="link" onClick={() => onAnswer({ ...answer, provenance: { from: 'typed' } })}>
        Keep mine
      </Button>
      <Button look="link" onClick={() => onAnswer(taken(question, answer, deal))}>
        {`Take “${shown}”`}
      </Button>
    </>
  )
}
