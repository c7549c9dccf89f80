import type { ReactNode } from 'react'
import { type SheetTexts, useTexts } from '#components/packet/sheet-texts.ts'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { WordsField } from '#components/ui/words-field.tsx'

/** The box of the reason. */
export const reasonBox = 'reason'

interface ReasonSheetProps extends SheetTexts {
  readonly deed: 'cancel' | 'complete'
  readonly deal: string
  /** For whom it is done. */
  readonly owner: string
  readonly isSending: boolean
  /** What it sets off. */
  readonly happens?: ReactNode
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

const words = {
  cancel: {
    title: 'Cancel this handoff?',
    what: 'ends here. Nobody is asked to decide any more, and the open tasks of its steps are closed; the record and its log stay.',
    button: 'Cancel the handoff',
    look: 'danger',
  },
  complete: {
    title: 'Complete this handoff?',
    what: 'is handed over for good, and its transition ends.',
    button: 'Complete it',
    look: 'main',
  },
} as const

/** Ending a handoff for somebody who is away, with the reason for the log. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { deed, deal, owner, isSending, onReason, onClose } = props
  const { typed, onType } = useTexts(props)
  const reason = typed[reasonBox] ?? ''
  const { title, what, button, look } = words[deed]
  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        <EffectButton
          look={look}
          disabled={reason.trim() === '' || isSending}
          onPress={() => onReason(reason.trim())}
        >
          {button}
        </EffectButton>
      }
    >
      <p>
        <Name>{deal}</Name> {what} The log says that you did this for <Name>{owner}</Name>.
      </p>
      <WordsField label="Why?" needed value={reason} onText={(text) => onType(reasonBox, text)} />
      {props.happens}
    </Sheet>
  )
}
