import { useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import control from '#components/ui/control.module.css'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { useFirstControl } from './use-first-control.ts'
import styles from './sources.module.css'

interface PasteFormProps {
  readonly onAdd: (label: string, text: string) => void
  readonly onCancel: () => void
}

/** Text from anywhere: a mail, a chat, a transcript. */
export function PasteForm({ onAdd, onCancel }: PasteFormProps) {
  const [label, setLabel] = useState('')
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useFirstControl(form)
  return (
    <form
      ref={form}
      className={styles['form']}
      aria-label="Paste text"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onAdd(label, text)
      }}
    >
      <Field label="Text" hint="A mail, a chat, meeting notes or a transcript." needed>
        {(names) => (
          <textarea
            {...names}
            className={control['control']}
            rows={4}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label="What it is" hint="The recipient reads this beside a quote.">
        {(names) => (
          <TextBox
            {...{ names, value: label, onText: setLabel }}
            placeholder="Mail from Dana, 3 October"
          />
        )}
      </Field>
      <div className={styles['buttons']}>
        <Button look="main" type="submit" aria-disabled={text.trim() === ''}>
          Add text
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
