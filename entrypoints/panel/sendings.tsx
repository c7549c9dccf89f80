import { ask, keys, queries } from '#components/hooks/segue.ts'
import { noteGivenUp } from '#components/hooks/use-sent-words.ts'
import { SendingNotice } from '#components/review/sending.tsx'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { needsUser } from '#lib/sync/needs-user.ts'
import { noteRefusal } from './refused.ts'

interface SendingsProps {
  readonly sendings: readonly OutboxItem[]
  readonly context: Context
  /** Only those that wait for the user, or only the others; absent: all. */
  readonly waiting?: boolean
}

/** What is on its way to Salesforce for this deal: the newest, and whatever still needs the user. */
export function Sendings({ sendings, context, waiting }: SendingsProps) {
  const shown = sendings.filter(
    (item, at) =>
      (at === 0 || item.state !== 'sent') && (waiting === undefined || needsUser(item) === waiting),
  )
  const isHeldUp = sendings.some(needsUser)
  return shown.map((item) => (
    <SendingNotice
      key={item.operationKey}
      sending={item}
      handoff={recordOf(item, context)}
      isHeldUp={isHeldUp}
      onRetry={() =>
        void again(item, () => ask('outbox.retry', { operationKey: item.operationKey }))
      }
      onBack={() => {
        noteRefusal(item)
        noteGivenUp(item.operationKey)
        void again(item, () => resolve(item, { as: 'back-to-draft' }))
      }}
      onContact={(contactId) => void again(item, () => resolve(item, { as: 'contact', contactId }))}
      onKeep={(keep) => void again(item, () => resolve(item, { as: 'fields', keep }))}
    />
  ))
}

type Choice = Parameters<typeof ask<'outbox.resolve'>>[1]['choice']

const resolve = ({ operationKey }: OutboxItem, choice: Choice) =>
  ask('outbox.resolve', { operationKey, choice })

async function again(
  { opportunityId, state }: OutboxItem,
  step: () => Promise<unknown>,
): Promise<void> {
  await step()
  // Somebody was quicker: what they did is to be seen beside the draft.
  if (state === 'conflict') void queries.invalidateQueries({ queryKey: keys.fresh(opportunityId) })
  await queries.invalidateQueries({ queryKey: keys.outbox(opportunityId) })
  await queries.invalidateQueries({ queryKey: keys.draft(opportunityId) })
}

function recordOf({ handoffId }: OutboxItem, { handoffs, identity }: Context) {
  if (handoffId === null) return null
  const name = handoffs.find(({ id }) => id === handoffId)?.name ?? ''
  return { name, url: `${identity.lightningOrigin}/lightning/r/${handoffId}/view` }
}
