import { LeftBehind } from '#lib/messaging/client.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { ask } from './segue.ts'

/** The worker did not answer: nothing is known, so nothing is claimed. */
export function unexplained(error: unknown) {
  const detail = error instanceof Error ? error.message : ''
  const kind = error instanceof LeftBehind ? 'updated' : 'unknown'
  const trouble: Trouble = { kind, detail, fields: [] }
  return { outcome: 'trouble' as const, trouble }
}

/** Makes a move of a handoff. Where the worker is gone before it has answered, the next one says whether the move is on its way. */
export async function attempted<Move>(
  handoffId: string,
  step: () => Promise<Move>,
): Promise<Move | AnswerOf<'handoff.accept'>> {
  const since = new Date().toISOString()
  const isMade = (one: OutboxItem) => one.handoffId === handoffId && one.createdAt >= since
  try {
    return await step()
  } catch (error) {
    const made = await ask('outbox.read', {}).then(
      (items) => items.find(isMade),
      () => undefined,
    )
    return made ? { outcome: 'ok', value: made } : unexplained(error)
  }
}
