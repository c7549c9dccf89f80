import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useOperations } from '#components/hooks/use-operations.ts'
import { ask } from '#components/hooks/segue.ts'
import { RepeatCardView } from '#components/packet/repeat-card-view.tsx'
import type { Line } from '#lib/handoff/answer-lines.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import { needsUser } from '#lib/sync/needs-user.ts'

/** The card on a record page: wiring to the worker. A card with nothing to say goes away. */
export function Card() {
  const { data } = useQuery({
    // Like everything that was read of a deal it is out of date when the page shows another.
    queryKey: ['context', 'card'],
    queryFn: () => ask('card.read', { pass: window.name }),
  })
  const [sent, setSent] = useState<OutboxItem | null>(null)
  const [refused, setRefused] = useState('')
  const { operations } = useOperations()
  const card = data?.outcome === 'ok' ? data.value : null
  const isEmpty = data !== undefined && card === null
  useEffect(() => {
    if (isEmpty) hide()
  }, [isEmpty])
  useEffect(() => {
    const controller = new AbortController()
    addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), controller)
    return () => controller.abort()
  }, [])
  if (!card) return null
  const { handoffId } = card
  const repeat = async ({ question }: Line) => {
    const answer = await ask('handoff.repeat', { handoffId, question, note: '' })
    const isTaken = answer.outcome === 'ok'
    setSent(isTaken ? answer.value : null)
    setRefused(isTaken ? '' : answer.trouble.detail || 'This could not be noted.')
    return isTaken
  }
  return (
    <RepeatCardView
      key={handoffId}
      card={card}
      told={sent ? standingOf(operations.find(isOf(sent)) ?? sent) : refused}
      onRepeat={repeat}
      onShow={({ question }) => void ask('card.show', { question })}
      onDismiss={() => void ask('card.close', { handoffId })}
    />
  )
}

/** Takes the card from this page: on the next one it is there again. */
function hide(): void {
  void ask('card.close', { handoffId: null })
}

const isOf =
  ({ operationKey }: OutboxItem) =>
  (other: OutboxItem) =>
    other.operationKey === operationKey

/** How a report stands, in words. */
function standingOf({ state, trouble }: OutboxItem): string {
  const because = trouble?.detail ? ` ${trouble.detail}` : ''
  if (state === 'sent') return 'Noted with this answer; the sender’s handoff shows it.'
  if (needsUser({ state }))
    return `Salesforce has not taken this note; the panel has more.${because}`
  return `Noted on this computer, on its way to Salesforce.${because}`
}
