import { useState } from 'react'
import { useDesk } from '#components/packet/desk.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { milestonesNow } from '#lib/handoff/milestone-tasks.ts'
import { type MessageTemplate, messagesFor } from '#lib/templates/messages.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import { filledMessage } from './filled-message.ts'
import { MessageSheet } from './message-sheet.tsx'
import { useSteps } from './steps.ts'
import styles from './transition.module.css'

interface MessageListProps {
  readonly arranging: Arranging
}

/** The pulse and questions to the sender have places of their own. */
const shown: ReadonlySet<MessageTemplate['kind']> = new Set(['mail', 'agenda'])

/** Messages and agendas ready to send, filled with what their readers may know. */
export function MessageList({ arranging }: MessageListProps) {
  const { handoff, acts } = useDesk()
  const { change } = useSteps()
  const [open, setOpen] = useState<MessageTemplate | null>(null)
  const { template } = arranging
  if (handoff.packet === null) return null
  const milestones = milestonesNow(handoff.transition ?? { milestones: [] }, handoff.tasks)
  const stepOf = ({ does = [] }: MessageTemplate) =>
    milestones.find(({ key }) => does.includes(key))
  const sent = (message: MessageTemplate) => {
    const step = stepOf(message)
    if (step?.status === 'open')
      return change({ key: step.key, status: 'done', note: `Sent: ${message.name}` })
    const body = `Sent: ${message.name}`
    return acts.remark({ body, question: null, section: null, mentioned: [], followUp: null })
  }
  const messages = messagesFor(template.kind).filter(({ kind }) => shown.has(kind))
  return (
    <details className={styles['more']}>
      <summary>{messages.length} messages ready to send</summary>
      <ul className={styles['messages']}>
        {messages.map((message) => (
          <li key={message.key}>
            <Button
              look="link"
              icon={message.kind === 'mail' ? 'mail' : 'list'}
              onClick={() => setOpen(message)}
            >
              {message.name}
            </Button>
            {stepOf(message)?.status === 'done' && (
              <span className={styles['sent']}>
                <Icon name="check" /> sent
              </span>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <MessageSheet
          message={open}
          fill={(contact) => filledMessage(open, arranging, { contact })}
          onSent={() => sent(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </details>
  )
}
