import { useState } from 'react'
import { useDesk } from '#components/packet/desk.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { merge, mergeValues } from '#lib/handoff/merge-fields.ts'
import { milestonesNow } from '#lib/handoff/milestone-tasks.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import { type MessageTemplate, messagesFor } from '#lib/templates/messages.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import { type FilledMessage, MessageSheet } from './message-sheet.tsx'
import { useSteps } from './steps.ts'
import styles from './transition.module.css'

interface MessageListProps {
  readonly arranging: Arranging
}

/** The pulse and questions to the sender have places of their own. */
const shown: ReadonlySet<MessageTemplate['kind']> = new Set(['mail', 'agenda'])

/** The milestones that a customer may read of: what is ahead and has a day. */
const ahead = ({ status, kind }: DatedMilestone) =>
  status === 'open' && (kind === 'joint-call' || kind === 'review')

function filled(
  message: MessageTemplate,
  { handoff, template }: Arranging,
  contact: string,
): FilledMessage {
  const { packet, name, transition, tasks } = handoff
  if (packet === null) return { subject: message.subject, body: message.body, missing: [] }
  const source = { template, packet, name, about: handoff }
  const milestones = milestonesNow(transition ?? { milestones: [] }, tasks).filter(ahead)
  const values = mergeValues(source, message.toCustomer ? 'everyone' : 'recipient', milestones)
  const named = contact === '' ? values : { ...values, contact }
  const [subject, body] = [merge(message.subject, named), merge(message.body, named)]
  return {
    subject: subject.text,
    body: body.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
  }
}

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
          fill={(contact) => filled(open, arranging, contact)}
          onSent={() => sent(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </details>
  )
}
