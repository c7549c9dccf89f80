import { mentionsPrivateLife } from '#lib/handoff/private-life.ts'
import { Field } from './field.tsx'
import { TextBox } from './text-box.tsx'

interface WordsFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly needed?: boolean
  readonly lines?: 'one' | 'many'
  readonly value: string
  readonly onText: (text: string) => void
}

const caution =
  'This may touch somebody’s private life. Everybody who may read the handoff could read it: leave out what is not needed.'

/** Free words that go to Salesforce as they are: who writes is warned before what should not stand there does. */
export function WordsField({ value, onText, lines = 'many', ...about }: WordsFieldProps) {
  return (
    <Field {...about} caution={mentionsPrivateLife(value) ? caution : ''}>
      {(names) => <TextBox {...{ names, lines, value, onText }} />}
    </Field>
  )
}
