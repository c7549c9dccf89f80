import { useState } from 'react'
import control from '#components/ui/control.module.css'
import { number, numberFrom } from '#components/ui/formats.ts'
import { TextBox } from '#components/ui/text-box.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import type { EditorProps } from './editor-props.ts'
import styles from './editors.module.css'

const textIn = (value: Value | undefined) => (value?.type === 'text' ? value.text : '')
const asText = (text: string): Value | null => (text.trim() === '' ? null : { type: 'text', text })

/** One line of text. */
export function TextEditor({ names, value, onValue }: EditorProps) {
  return <TextBox names={names} value={textIn(value)} onText={(text) => onValue(asText(text))} />
}

/** Several lines of text, as long as the user likes. */
export function LongTextEditor({ names, value, onValue }: EditorProps) {
  return (
    <TextBox
      names={names}
      lines="many"
      value={textIn(value)}
      onText={(text) => onValue(asText(text))}
    />
  )
}

interface FigureProps extends EditorProps {
  readonly figure: number | undefined
  readonly unit: string | undefined
  readonly asValue: (figure: number) => Value
}

function Figure({ names, figure, unit, asValue, onValue, facts }: FigureProps) {
  const [isUnreadable, setUnreadable] = useState(false)
  const changed = (text: string) => {
    const read = numberFrom(text, facts.formats)
    setUnreadable(text.trim() !== '' && read === undefined)
    if (read !== undefined) onValue(asValue(read))
    if (text.trim() === '') onValue(null)
  }
  const shown = figure === undefined ? '' : number(figure, facts.formats)
  return (
    <div className={styles['figure']}>
      {unit && <span className={styles['unit']}>{unit}</span>}
      <TextBox names={names} input="decimal" value={shown} onText={changed} />
      {isUnreadable && (
        <p role="alert" className={styles['problem']}>
          Write a number, such as {number(12_500, facts.formats)}. What you typed is not kept yet.
        </p>
      )}
    </div>
  )
}

/** A number, written with the user's separators. */
export function NumberEditor(props: EditorProps) {
  const { value, question } = props
  return (
    <Figure
      {...props}
      figure={value?.type === 'number' ? value.number : undefined}
      unit={question.answer.type === 'number' ? question.answer.unit : undefined}
      asValue={(figure) => ({ type: 'number', number: figure })}
    />
  )
}

/** An amount of money in the deal's currency. */
export function CurrencyEditor(props: EditorProps) {
  const { value, facts } = props
  const currency = value?.type === 'currency' ? value.currency : facts.currency
  return (
    <Figure
      {...props}
      figure={value?.type === 'currency' ? value.amount : undefined}
      unit={currency}
      asValue={(amount) => ({ type: 'currency', amount, currency })}
    />
  )
}

/** A calendar day. */
export function DateEditor({ names, value, onValue }: EditorProps) {
  return (
    <input
      {...names}
      type="date"
      max="9999-12-31"
      className={control['control']}
      value={value?.type === 'date' ? value.date : ''}
      onChange={(event) =>
        onValue(event.target.value === '' ? null : { type: 'date', date: event.target.value })
      }
    />
  )
}
