import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '#components/hooks/segue.ts'
import { RepeatCardView } from '#components/packet/repeat-card-view.tsx'
import type { Line } from '#lib/handoff/answer-lines.ts'

/** The card on a record page: wiring to the worker. A card with nothing to say goes away. */
export function Card() {
  const { data } = useQuery({
    // Like everything that was read of a deal it is out of date when the page shows another.
    queryKey: ['context', 'card'],
    queryFn: () => ask('card.read', { pass: window.name }),
  })
  const [told, setTold] = useState('')
  const card = data?.outcome === 'ok' ? data.value : null
  const isEmpty = data !== undefined && card === null
  useEffect(() => {
    if (isEmpty) void ask('card.close', { handoffId: null })
  }, [isEmpty])
  if (!card) return null
  const { handoffId } = card
  const repeat = async ({ question }: Line) => {
    const sent = await ask('handoff.repeat', { handoffId, question, note: '' })
    setTold(
      sent.outcome === 'ok'
        ? 'Noted with this answer; the sender’s handoff shows it.'
        : sent.trouble.detail || 'This could not be noted.',
    )
    return sent.outcome === 'ok'
  }
  return (
    <RepeatCardView
      key={handoffId}
      card={card}
      told={told}
      onRepeat={repeat}
      onShow={({ question }) => void ask('card.show', { question })}
      onDismiss={() => void ask('card.close', { handoffId })}
    />
  )
}
