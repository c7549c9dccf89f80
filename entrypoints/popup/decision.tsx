import { useRef, useState } from 'react'
import { ask } from '#components/hooks/segue.ts'
import { useTemplate } from '#components/hooks/use-template.ts'
import { AcceptSheet } from '#components/packet/accept-sheet.tsx'
import { DeclineSheet } from '#components/packet/decline-sheet.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'

/** A handoff about to be accepted or declined. */
export interface Deciding {
  readonly handoff: Handoff
  readonly to: 'accept' | 'decline'
}

interface DecisionProps extends Deciding {
  readonly onDone: () => void
  readonly onTrouble: (trouble: Trouble) => void
}

/** The sheet in which a decision is made; it is sent once, however often the button is pressed. */
export function Decision({ handoff, to, onDone, onTrouble }: DecisionProps) {
  const [isSending, setSending] = useState(false)
  const hasSent = useRef(false)
  const handoffId = handoff.id
  const template = useTemplate(handoff.template.key) ?? undefined
  const send = async (sent: () => Promise<AnswerOf<'handoff.accept'>>) => {
    if (hasSent.current) return
    hasSent.current = true
    setSending(true)
    const result = await sent()
    if (result.outcome === 'trouble') onTrouble(result.trouble)
    onDone()
  }
  return to === 'accept' ? (
    <AcceptSheet
      {...{ isSending }}
      onAccept={(note) => void send(() => ask('handoff.accept', { handoffId, note }))}
      onClose={onDone}
    />
  ) : (
    <DeclineSheet
      {...{ isSending }}
      template={template}
      onDecline={({ reasons, comment, questions }) =>
        void send(() =>
          ask('handoff.decline', {
            handoffId,
            comment,
            reasons: [...reasons],
            questions: [...questions],
          }),
        )
      }
      onClose={onDone}
    />
  )
}
