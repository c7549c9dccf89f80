import type { Answer } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import { Button } from '#components/ui/button.tsx'
import { DayBox } from '#components/ui/day-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { other, type OtherKind } from './answering.ts'
import { useSetting } from './setting.ts'
import styles from './question-view.module.css'

interface OtherAnswersProps {
  readonly question: Question
  readonly onAnswer: (answer: Answer | null) => void
}

/** What the ways of not answering are called. */
const words = {
  'unknown-not-asked': 'I have not asked',
  'unknown-asked': 'Asked, no answer yet',
  'not-applicable': 'Does not apply',
} as const satisfies Record<Exclude<OtherKind, 'none'>, string>

const kinds: readonly (keyof typeof words)[] = [
  'unknown-not-asked',
  'unknown-asked',
  'not-applicable',
]

/** The honest ways of not answering, offered under an empty question. */
export function OtherAnswers({ question, onAnswer }: OtherAnswersProps) {
  const setting = useSetting()
  return (
    <div className={styles['others']}>
      {question.none !== undefined && (
        <Button look="link" data-none onClick={() => onAnswer(other('none', setting))}>
          {question.none}
        </Button>
      )}
      {kinds.map((kind) => (
        <Button key={kind} look="link" onClick={() => onAnswer(other(kind, setting))}>
          {words[kind]}
        </Button>
      ))}
    </div>
  )
}

interface OtherAnswerProps extends OtherAnswersProps {
  readonly answer: Exclude<Answer, { kind: 'given' }>
  /** Puts the answer's words where the question's control would be. */
  readonly labelId: string
}

/** An answer that says why there is none, with what it needs to be useful. */
export function OtherAnswer({ question, answer, onAnswer, labelId }: OtherAnswerProps) {
  const said = answer.kind === 'none' ? (question.none ?? 'None') : words[answer.kind]
  return (
    <section data-answer aria-labelledby={labelId} className={styles['other']}>
      <p>
        <strong>{said}</strong> · {answer.by.name}
      </p>
      {answer.kind === 'unknown-asked' && <UnknownAsked answer={answer} onAnswer={onAnswer} />}
      {answer.kind === 'not-applicable' && (
        <Field label="Why does it not apply?" needed={answer.why.trim() === ''}>
          {(names) => (
            <TextBox
              names={names}
              value={answer.why}
              onText={(why) => onAnswer({ ...answer, why })}
            />
          )}
        </Field>
      )}
      <Button look="link" onClick={() => onAnswer(null)}>
        Answer it after all
      </Button>
    </section>
  )
}

interface UnknownAskedProps {
  readonly answer: Extract<Answer, { kind: 'unknown-asked' }>
  readonly onAnswer: (answer: Answer) => void
}

function UnknownAsked({ answer, onAnswer }: UnknownAskedProps) {
  return (
    <div className={styles['pair']}>
      <Field label="Who will find out?" needed={answer.who.trim() === ''}>
        {(names) => (
          <TextBox
            names={names}
            value={answer.who}
            onText={(who) => onAnswer({ ...answer, who })}
          />
        )}
      </Field>
      <Field label="By when?">
        {(names) => (
          <DayBox
            names={names}
            value={answer.until}
            onDay={(until) => onAnswer({ ...answer, until })}
          />
        )}
      </Field>
    </div>
  )
}
