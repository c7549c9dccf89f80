import { useId, useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import control from '#components/ui/control.module.css'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import type { Evidence } from '#lib/handoff/answer.ts'
import { QUOTE_LIMIT } from '#lib/handoff/evidence-limits.ts'
import { pinning } from '#lib/handoff/pin.ts'
import { isQuotation } from '#lib/handoff/quotation.ts'
import { type Pinboard, type PinnedWords, pinTo, questionIn } from './pinning.ts'
import styles from './pin-form.module.css'

interface PinFormProps {
  readonly board: Pinboard
  readonly question: string | null
  readonly onQuestion: (question: string) => void
  /** The words chosen so far. */
  readonly quote: string
  readonly onQuote: (quote: string) => void
  /** What the words must come from; null when nobody can check, as with a recording. */
  readonly source: string | null
  /** How to choose words here. */
  readonly hint: string
  readonly evidence: (quote: string, id: string) => Evidence
}

/** Why these words cannot be pinned; undefined when they can. */
function problemWith(quote: string, source: string | null): string | undefined {
  if (quote.length > QUOTE_LIMIT)
    return `${quote.length} characters; ${QUOTE_LIMIT} is the most. Shorten it to the words that count.`
  if (source !== null && !isQuotation(quote, source))
    return 'These words do not stand there. Shorten the quotation, or use “…” for what you leave out.'
  return undefined
}

/** Pins something to the answer of a question, with the words that count. */
export function PinForm(props: PinFormProps) {
  const { board, question, onQuestion, quote, onQuote, source, hint, evidence } = props
  const setting = useSetting()
  const [done, setDone] = useState<PinnedWords | null>(null)
  const problem = problemWith(quote, source)
  const mode = modeOf(board, question)
  const isReady =
    problem === undefined && (mode === 'backs' || (mode === 'answers' && quote.trim() !== ''))
  const pin = () => {
    if (question === null || !isReady) return
    const made = evidence(quote, setting.newId())
    setDone(pinTo(board, question, { ...setting, evidence: made }))
  }
  return (
    <form
      className={styles['form']}
      aria-label="Pin"
      onSubmit={(event) => {
        event.preventDefault()
        pin()
      }}
    >
      <Field label="Quote" hint={hint} problem={problem}>
        {(names) => <TextBox {...{ names, value: quote, onText: onQuote }} lines="many" />}
      </Field>
      <QuestionChoice {...{ board, question, onQuestion }} />
      <div className={styles['actions']}>
        <Button look="main" icon="pin" type="submit" aria-disabled={!isReady}>
          {mode === 'answers'
            ? 'Answer with this'
            : quote.trim() === ''
              ? 'Pin without a quote'
              : 'Pin'}
        </Button>
        <Done done={done} onUndone={() => setDone(null)} />
      </div>
    </form>
  )
}

interface DoneProps {
  readonly done: PinnedWords | null
  readonly onUndone: () => void
}

function Done({ done, onUndone }: DoneProps) {
  return (
    <output className={styles['done']}>
      {done && (
        <>
          {done.words}{' '}
          <Button
            look="link"
            onClick={() => {
              done.undo()
              onUndone()
            }}
          >
            Undo
          </Button>
        </>
      )}
    </output>
  )
}

function modeOf({ template, answers }: Pinboard, key: string | null) {
  const question = key === null ? undefined : questionIn(template, key)
  return question ? pinning(question, answers[question.key]) : null
}

type QuestionChoiceProps = Pick<PinFormProps, 'board' | 'question' | 'onQuestion'>

function QuestionChoice({ board, question, onQuestion }: QuestionChoiceProps) {
  const id = useId()
  const { template, answers } = board
  return (
    <div className={styles['choice']}>
      <label htmlFor={id}>Pin to</label>
      <select
        id={id}
        className={control['control']}
        value={question ?? ''}
        onChange={(event) => onQuestion(event.target.value)}
      >
        {question === null && <option value="">Choose a question</option>}
        {template.sections.map(({ key, title, questions }) => (
          <optgroup key={key} label={title}>
            {questions.map((one) => {
              const isOpen = pinning(one, answers[one.key]) !== 'needs-answer'
              return (
                <option key={one.key} value={one.key} disabled={!isOpen}>
                  {isOpen ? one.label : `${one.label} (answer it first)`}
                </option>
              )
            })}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
