import { overLong, wordsLimit } from '#lib/handoff/field-length.ts'
import { mentionsPrivateLife } from '#lib/handoff/private-life.ts'
import { Field } from './field.tsx'
import { TextBox } from './text-box.tsx'

interface WordsFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly needed?: boolean
  readonly lines?: 'one' | 'many'
  /** The most characters that Salesforce takes. */
  readonly limit?: number
  readonly value: string
  readonly onText: (text: string) => void
}

const caution =
  'This may touch somebody’s private life. Everybody who may read the handoff could read it: leave out what is not needed.'

/** Free words that go to Salesforce as they are: who writes is warned before what should not stand there does. */
export function WordsField(props: WordsFieldProps) {
  const { value, onText, lines = 'many', limit = wordsLimit, ...about } = props
  const problem = overLong(about.label, value, limit)
  return (
    <Field {...about} problem={problem} caution={mentionsPrivateLife(value) ? caution : ''}>
      {(names) => <TextBox {...{ names, lines, value, onText }} />}
    </Field>
  )
}
