import { useState } from 'react'
import type { Template } from '#lib/handoff/template.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'

interface NamedAnswersProps {
  readonly template: Template
  readonly questions: readonly string[]
  readonly onQuestions: (questions: readonly string[]) => void
}

/** Which answers a decline is about: those that the reasons point to, more or fewer of them as the recipient says. */
export function NamedAnswers({ template, questions, onQuestions }: NamedAnswersProps) {
  const [offered, setOffered] = useState<readonly string[]>([])
  const [isAdding, setAdding] = useState(false)
  const all = template.sections.flatMap((section) => section.questions)
  const shown = all.filter(({ key }) => questions.includes(key) || offered.includes(key))
  const rest = all.filter((one) => !shown.includes(one))
  const toggle = (key: string, isOn: boolean) => {
    setOffered([...new Set([...shown.map((one) => one.key), key])])
    onQuestions(isOn ? [...questions, key] : questions.filter((one) => one !== key))
  }
  return (
    <fieldset>
      <legend>Which answers?</legend>
      {shown.map(({ key, label }) => (
        <TickBox
          key={key}
          checked={questions.includes(key)}
          onChecked={(isOn) => toggle(key, isOn)}
        >
          {label}
        </TickBox>
      ))}
      {isAdding ? (
        <Field label="Another answer">
          {(names) => (
            <ChoiceBox
              names={names}
              choices={rest.map(({ key, label }) => ({ value: key, label }))}
              value=""
              empty="Choose an answer"
              onChoice={(key) => {
                toggle(key, true)
                setAdding(false)
              }}
            />
          )}
        </Field>
      ) : (
        <Button look="link" icon="add" onClick={() => setAdding(true)}>
          Name another answer
        </Button>
      )}
    </fieldset>
  )
}
