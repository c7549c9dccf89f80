import * as z from 'zod/mini'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { WordsField } from '#components/ui/words-field.tsx'

/** Why a decision is late: one of the usual reasons, or another in words. */
export const delaySchema = z.object({ reason: z.string(), other: z.string() })
type Delay = Readonly<z.infer<typeof delaySchema>>

export const noDelay: Delay = { reason: '', other: '' }

const other = 'Another reason'
const choices = ['I was away', 'I waited for an answer', 'Too much else was due', other].map(
  (value) => ({ value, label: value }),
)

/** The most characters that Salesforce takes. */
const limit = 255

/** The reason as it is stored; empty while it is not said, or longer than fits. */
export function delayReason({ reason, other: words }: Delay): string {
  if (reason !== other) return reason
  return words.length > limit ? '' : words.trim()
}

interface DelayFieldProps {
  readonly delay: Delay
  readonly onDelay: (delay: Delay) => void
}

/** Asks why a decision comes after its due time. */
export function DelayField({ delay, onDelay }: DelayFieldProps) {
  return (
    <>
      <Field label="Why does it come late?" needed>
        {(names) => (
          <ChoiceBox
            names={names}
            choices={choices}
            value={delay.reason}
            empty="Choose a reason"
            onChoice={(reason) => onDelay({ ...delay, reason })}
          />
        )}
      </Field>
      {delay.reason === other && (
        <WordsField
          label="Which reason?"
          needed
          lines="one"
          limit={limit}
          value={delay.other}
          onText={(words) => onDelay({ ...delay, other: words })}
        />
      )}
    </>
  )
}
