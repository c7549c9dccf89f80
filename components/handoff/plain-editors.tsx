import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { DayBox } from '#components/ui/day-box.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { textOf } from '#lib/handoff/value-text.ts'
import type { EditorProps } from './editor.ts'
import { NumberBox } from './number-box.tsx'
import { useSetting } from './setting.ts'
import { useChoices } from './use-choices.ts'

const wordsEditor = (lines: 'one' | 'many') =>
  function WordsEditor({ names, value, onValue }: EditorProps) {
    return (
      <TextBox
        {...{ names, lines }}
        value={value?.type === 'text' ? value.text : ''}
        onText={(text) => onValue(text.trim() === '' ? null : { type: 'text', text })}
      />
    )
  }

/** One line of text; Enter goes on to the next missing answer. */
export const TextEditor = wordsEditor('one')

/** Several lines of text. */
export const LongTextEditor = wordsEditor('many')

/** A number, or an amount in its own currency, which is the deal's where none is known. */
export function NumberEditor({ names, value, onValue, question }: EditorProps) {
  const { deal } = useSetting()
  const currency = (value?.type === 'currency' && value.currency) || deal.currency
  const held =
    value?.type === 'number' ? value.number : value?.type === 'currency' ? value.amount : null
  const put = (typed: number) =>
    onValue(
      question.answer.type === 'number'
        ? { type: 'number', number: typed }
        : { type: 'currency', amount: typed, currency },
    )
  return (
    <NumberBox
      {...{ names, held }}
      keptAs={question.key}
      currency={question.answer.type === 'currency' ? currency : undefined}
      unit={question.answer.type === 'number' ? question.answer.unit : undefined}
      onNumber={(typed) => (typed === null ? onValue(null) : put(typed))}
    />
  )
}

/** A calendar day. */
export function DateEditor({ names, value, onValue }: EditorProps) {
  return (
    <DayBox
      names={names}
      value={value?.type === 'date' ? value.date : ''}
      onDay={(day) => onValue(day === '' ? null : { type: 'date', date: day })}
    />
  )
}

/** One of the choices of the template, or of a picklist field in this org; words where the org shows no such field. */
export function PicklistEditor({ names, value, onValue, question }: EditorProps) {
  const chosen = value?.type === 'picklist' ? value.value : ''
  const choices = useChoices(question, chosen)
  const choose = (next: string) =>
    onValue(next.trim() === '' ? null : { type: 'picklist', value: next })
  return choices.length === 0 ? (
    <TextBox names={names} value={chosen} onText={choose} />
  ) : (
    <ChoiceBox {...{ names, choices }} empty="Choose…" value={chosen} onChoice={choose} />
  )
}

/** Whether something holds. A box to tick would leave “No” to whoever ticks it and takes the tick away again. */
export function CheckboxEditor({ names, value, onValue }: EditorProps) {
  return (
    <ChoiceBox
      {...{ names }}
      choices={yesOrNo}
      empty="Choose…"
      value={value ? textOf(value) : ''}
      onChoice={(next) => onValue(next ? { type: 'checkbox', checked: next === 'Yes' } : null)}
    />
  )
}

const yesOrNo = ['Yes', 'No'].map((value) => ({ value, label: value }))

/** Several things to tick off. What was ticked and is no longer among them stays visible, and can be unticked. */
export function ChecklistEditor({ value, onValue, question, names }: EditorProps) {
  const items = question.answer.type === 'checklist' ? question.answer.items : []
  const checked = value?.type === 'checklist' ? value.checked : []
  const others = checked.filter((key) => !items.some((item) => item.key === key))
  const shown = [...items, ...others.map((key) => ({ key, label: `${key} (no longer offered)` }))]
  const toggle = (toggled: string, isOn: boolean) => {
    // In the order of the list, as a field in Salesforce keeps it: ticked again, it is as it was.
    const next = shown
      .map(({ key }) => key)
      .filter((key) => (key === toggled ? isOn : checked.includes(key)))
    onValue(next.length === 0 ? null : { type: 'checklist', checked: next })
  }
  return (
    <fieldset aria-labelledby={names['aria-labelledby']}>
      {shown.map(({ key, label }) => (
        <TickBox key={key} checked={checked.includes(key)} onChecked={(isOn) => toggle(key, isOn)}>
          {label}
        </TickBox>
      ))}
    </fieldset>
  )
}
