import { useState } from 'react'
import type { Template } from '#lib/handoff/template.ts'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { DelayField, delayReason, noDelay } from './delay-field.tsx'

/** Why a handoff is declined. */
export interface Declining {
  readonly reasons: readonly string[]
  readonly comment: string
  readonly questions: readonly string[]
  /** Why it comes late; empty when it does not. */
  readonly delayReason: string
}

interface DeclineSheetProps {
  readonly template: Template | undefined
  readonly isSending: boolean
  /** Whether the due time has passed; then it is asked why. */
  readonly isLate?: boolean
  readonly onDecline: (declining: Declining) => void
  readonly onClose: () => void
}

/** Sending a handoff back with reasons, so that the sender knows what to mend. */
export function DeclineSheet(props: DeclineSheetProps) {
  const { template, isSending, isLate = false, onDecline, onClose } = props
  const [reasons, setReasons] = useState<readonly string[]>([])
  const [comment, setComment] = useState('')
  const [delay, setDelay] = useState(noDelay)
  const offered = template?.declineReasons ?? [{ code: 'OTHER', label: 'Another reason' }]
  const questions = (template?.declineReasons ?? [])
    .filter(({ code }) => reasons.includes(code))
    .flatMap((reason) => reason.questions ?? [])
  const toggle = (code: string, isOn: boolean) =>
    setReasons(isOn ? [...reasons, code] : reasons.filter((one) => one !== code))
  const why = isLate ? delayReason(delay) : ''
  const needed = [reasons.join(''), comment.trim(), ...(isLate ? [why] : [])]
  const isReady = needed.every((words) => words !== '')
  return (
    <Sheet
      title="Decline this handoff"
      onClose={onClose}
      footer={
        <EffectButton
          look="danger"
          disabled={!isReady || isSending}
          onPress={() =>
            onDecline({ reasons, comment, questions: [...new Set(questions)], delayReason: why })
          }
        >
          Decline
        </EffectButton>
      }
    >
      <fieldset>
        <legend>Why?</legend>
        {offered.map(({ code, label }) => (
          <TickBox
            key={code}
            checked={reasons.includes(code)}
            onChecked={(isOn) => toggle(code, isOn)}
          >
            {label}
          </TickBox>
        ))}
      </fieldset>
      <Field label="What would make it right?" needed>
        {(names) => <TextBox names={names} lines="many" value={comment} onText={setComment} />}
      </Field>
      {isLate && <DelayField delay={delay} onDelay={setDelay} />}
    </Sheet>
  )
}
