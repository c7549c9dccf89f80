import { useState } from 'react'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { DelayField, delayReason, noDelay } from './delay-field.tsx'

interface AcceptSheetProps {
  readonly isSending: boolean
  /** Whether the due time has passed; then it is asked why. */
  readonly isLate?: boolean
  readonly onAccept: (note: string, delay: string) => void
  readonly onClose: () => void
}

/** Taking a deal over, with a word back to the sender. */
export function AcceptSheet({ isSending, isLate = false, onAccept, onClose }: AcceptSheetProps) {
  const [note, setNote] = useState('')
  const [delay, setDelay] = useState(noDelay)
  const why = isLate ? delayReason(delay) : ''
  return (
    <Sheet
      title="Accept this handoff"
      onClose={onClose}
      footer={
        <EffectButton
          look="main"
          disabled={isSending || (isLate && why === '')}
          onPress={() => onAccept(note, why)}
        >
          Accept
        </EffectButton>
      }
    >
      <Field
        label="A word to the sender"
        hint="Say back the goal and the biggest risk in your own words."
      >
        {(names) => <TextBox names={names} lines="many" value={note} onText={setNote} />}
      </Field>
      {isLate && <DelayField delay={delay} onDelay={setDelay} />}
    </Sheet>
  )
}
