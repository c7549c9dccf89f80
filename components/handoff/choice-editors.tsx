import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Person } from '#components/ui/person.tsx'
import { Radio, TickBox } from '#components/ui/tick-box.tsx'
import { UserSearch } from '#components/ui/user-search.tsx'
import type { EditorProps } from './editor-props.ts'
import styles from './editors.module.css'

/** One of the choices that the template lists, or that Salesforce offers for the field. */
export function PicklistEditor({ names, question, value, onValue, facts }: EditorProps) {
  const { answer } = question
  const asked = answer.type === 'picklist' ? answer : { options: undefined, field: undefined }
  const choices = asked.options ?? facts.picklists[asked.field ?? ''] ?? []
  return (
    <ChoiceBox
      names={names}
      choices={choices}
      empty="Choose…"
      value={value?.type === 'picklist' ? value.value : ''}
      onChoice={(chosen) => onValue(chosen === '' ? null : { type: 'picklist', value: chosen })}
    />
  )
}

/** Yes or no, where neither is said until one is chosen. */
export function CheckboxEditor({ names, question, value, onValue }: EditorProps) {
  const checked = value?.type === 'checkbox' ? value.checked : undefined
  return (
    <fieldset className={styles['inline']} aria-labelledby={names['aria-labelledby']}>
      {[true, false].map((choice) => (
        <Radio
          key={String(choice)}
          group={question.key}
          checked={checked === choice}
          onChosen={() => onValue({ type: 'checkbox', checked: choice })}
        >
          {choice ? 'Yes' : 'No'}
        </Radio>
      ))}
    </fieldset>
  )
}

/** Several ticks of a list. */
export function ChecklistEditor({ names, question, value, onValue }: EditorProps) {
  const items = question.answer.type === 'checklist' ? question.answer.items : []
  const checked = value?.type === 'checklist' ? value.checked : []
  const change = (key: string, isOn: boolean) => {
    const next = items
      .map((item) => item.key)
      .filter((one) => (one === key ? isOn : checked.includes(one)))
    onValue(next.length === 0 ? null : { type: 'checklist', checked: next })
  }
  return (
    <fieldset className={styles['stack']} aria-labelledby={names['aria-labelledby']}>
      {items.map(({ key, label }) => (
        <TickBox key={key} checked={checked.includes(key)} onChecked={(isOn) => change(key, isOn)}>
          {label}
        </TickBox>
      ))}
    </fieldset>
  )
}

/** A user of the org, found by name. */
export function PersonEditor({ names, value, onValue, facts }: EditorProps) {
  if (value?.type !== 'person') {
    return (
      <UserSearch
        names={names}
        search={facts.search}
        onUser={({ userId, name }) => onValue({ type: 'person', userId, name })}
      />
    )
  }
  return (
    <div className={styles['inline']}>
      <Person name={value.name} />
      <Button look="link" onClick={() => onValue(null)}>
        Choose somebody else
      </Button>
    </div>
  )
}
