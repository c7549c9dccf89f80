import { useState, type SyntheticEvent } from 'react'
import type { Answer, GivenAnswer, Provenance, Value } from '#lib/handoff/answer.ts'
import { firstWords } from '#lib/handoff/clip.ts'
import { changedInSalesforce, inSalesforce, kept } from '#lib/handoff/freshness.ts'
import type { Question } from '#lib/handoff/question.ts'
import { rolesPath, sourceName } from '#lib/handoff/role-names.ts'
import { Button } from '#components/ui/button.tsx'
import { ago, dayOf } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { type Setting, useSetting } from './setting.ts'
import { valueWords } from './value-words.ts'
import styles from './question-view.module.css'

type FromPrevious = Extract<Provenance, { from: 'previous-handoff' }>

interface SourceLineProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer | null) => void
}

/** Where an answer comes from and how old it is; when Salesforce has changed since, the choice between both. */
export function SourceLine({ question, answer, onAnswer }: SourceLineProps) {
  const { deal } = useSetting()
  const [before, setBefore] = useState<GivenAnswer | null>(null)
  if (answer !== undefined && answer.kind !== 'given') return null
  if (answer === undefined && before === null) return <Offered {...{ question, onAnswer }} />
  const changed = changedInSalesforce(question, answer, deal)
  return (
    <p className={styles['source']}>
      {answer && <Source answer={answer} isChanged={changed !== null} />}
      {answer && changed !== null && (
        <TakeOrKeep
          {...{ question, answer, onAnswer, theirs: changed.now }}
          onTaken={() => setBefore(answer)}
        />
      )}
      {before !== null && changed === null && (
        <Button
          look="link"
          onClick={(event) => {
            toAnswer(event)
            onAnswer(before)
            setBefore(null)
          }}
        >
          Undo
        </Button>
      )}
    </p>
  )
}

/** The button goes away when it is pressed: the focus goes to the answer it was about. */
function toAnswer({ currentTarget }: SyntheticEvent<HTMLElement>): void {
  const place = currentTarget.closest('[data-question]')
  const controls = '[data-answer] :is(input, select, textarea, button)'
  place?.querySelector<HTMLElement>(controls)?.focus()
}

/** What Salesforce holds for a question that has no answer: emptied by the user, or filled there since. */
function Offered({ question, onAnswer }: Pick<SourceLineProps, 'question' | 'onAnswer'>) {
  const setting = useSetting()
  const { me, now, picklists } = setting
  const found = inSalesforce(question, undefined, setting)
  if (!found) return null
  const answer = { kind: 'given' as const, value: found.value, provenance: found.source }
  return (
    <p className={styles['source']}>
      <span dir="auto">
        {sourceName(found.source.label, picklists[rolesPath])}: “
        {firstWords(valueWords([found.value], question, setting), 8)}”
      </span>
      <Button
        look="link"
        onClick={(event) => {
          toAnswer(event)
          onAnswer({ ...answer, evidence: [], by: me, at: now() })
        }}
      >
        Use it
      </Button>
    </p>
  )
}

function Source({
  answer,
  isChanged,
}: {
  readonly answer: GivenAnswer
  readonly isChanged: boolean
}) {
  const { formats, me, now, picklists } = useSetting()
  const { provenance, by, at } = answer
  if (provenance.from === 'previous-handoff') return <PreviousSource {...provenance} />
  const isTyped = provenance.from === 'typed'
  const source = isTyped ? null : `from ${sourceName(provenance.label, picklists[rolesPath])}`
  const writer =
    by.userId === me.userId ? (
      'written by you'
    ) : (
      <>
        written by <Name>{by.name}</Name>
      </>
    )
  const since = isTyped ? at : (provenance.changedAt ?? provenance.readAt)
  return (
    <span>
      {source ?? writer} ·{' '}
      {isChanged ? (
        <span className={styles['changed']}>changed in Salesforce since</span>
      ) : (
        ago(since, Date.parse(now()), formats)
      )}
    </span>
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

interface Taking {
  readonly question: Question
  readonly answer: GivenAnswer
  readonly setting: Setting
}

/** What it takes to take theirs is loaded when somebody does. */
async function theirsOf({ question, answer, setting }: Taking): Promise<GivenAnswer | null> {
  const { takenTheirs } = await import('#lib/handoff/take-theirs.ts')
  return takenTheirs(question, answer, setting)
}

interface TakeOrKeepProps {
  readonly question: Question
  readonly answer: GivenAnswer
  readonly theirs: Value | null
  readonly onAnswer: (answer: Answer | null) => void
  readonly onTaken: () => void
}

function TakeOrKeep({ question, answer, theirs, onAnswer, onTaken }: TakeOrKeepProps) {
  const setting = useSetting()
  const { deal } = setting
  const take = async () => {
    const taken = await theirsOf({ question, answer, setting })
    onTaken()
    onAnswer(taken)
  }
  return (
    <>
      <Button
        look="link"
        onClick={(event) => {
          toAnswer(event)
          onAnswer(kept(question, answer, deal))
        }}
      >
        Keep mine
      </Button>
      <Button
        look="link"
        onClick={(event) => {
          toAnswer(event)
          void take()
        }}
      >
        {theirs === null
          ? 'Empty it too'
          : `Take “${firstWords(valueWords([theirs, answer.value], question, setting), 8)}”`}
      </Button>
    </>
  )
}
