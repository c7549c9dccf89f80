import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { SourceForm } from './source-form.tsx'

interface PasteFormProps {
  readonly onAdd: (label: string, text: string) => void
  readonly onCancel: () => void
}

/** Text from anywhere: a mail, a chat, a transcript. */
export function PasteForm({ onAdd, onCancel }: PasteFormProps) {
  const [label, setLabel] = useState('')
  const [text, setText] = useState('')
  const isReady = text.trim() !== ''
  return (
    <SourceForm
      name="Paste text"
      button="Add text"
      onSubmit={() => isReady && onAdd(label, text)}
      {...{ isReady, onCancel }}
    >
      <Field label="Text" hint="A mail, a chat, meeting notes or a transcript." needed>
        {(names) => <TextBox {...{ names, value: text, onText: setText }} lines="many" />}
      </Field>
      <Field label="What it is" hint="The recipient reads this beside a quote.">
        {(names) => (
          <TextBox
            {...{ names, value: label, onText: setLabel }}
            placeholder="Mail from Dana, 3 October"
          />
        )}
      </Field>
    </SourceForm>
  )
}
