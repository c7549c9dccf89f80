import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { SourceForm } from './source-form.tsx'
import type { TypedText } from './use-begun.ts'

interface PasteFormProps {
  readonly typed: TypedText
  readonly onTyped: (typed: TypedText) => void
  readonly onAdd: () => void
  readonly onCancel: () => void
}

/** Text from anywhere: a mail, a chat, a transcript. */
export function PasteForm({ typed, onTyped, onAdd, onCancel }: PasteFormProps) {
  const { label, text } = typed
  const isReady = text.trim() !== ''
  return (
    <SourceForm
      name="Paste text"
      button="Add text"
      onSubmit={() => isReady && onAdd()}
      {...{ isReady, onCancel }}
    >
      <Field label="Text" hint="A mail, a chat, meeting notes or a transcript." needed>
        {(names) => (
          <TextBox
            {...{ names, value: text, onText: (next) => onTyped({ ...typed, text: next }) }}
            lines="many"
          />
        )}
      </Field>
      <Field label="What it is" hint="The recipient reads this beside a quote.">
        {(names) => (
          <TextBox
            {...{ names, value: label, onText: (next) => onTyped({ ...typed, label: next }) }}
            placeholder="Mail from Dana, 3 October"
          />
        )}
      </Field>
    </SourceForm>
  )
}
