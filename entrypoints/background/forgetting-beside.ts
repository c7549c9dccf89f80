import { snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import type { Forgotten } from '#lib/storage/forgetting.ts'
import { menuShown } from './capture-entries.ts'
import { readerOf, targetOf } from './notices.ts'
import { isPass } from './panel-passes.ts'
import type { WorkerPorts } from './ports.ts'
import { keepInNote } from './restored.ts'

/**
 * Forgets what stands beside the database: what was typed and not sent, what the popup paints first, what the desktop
 * was told and what was restored. `names` are those of the deals, drafts and handoffs that have gone.
 */
export async function forgetBeside(
  ports: WorkerPorts,
  forgotten: Forgotten,
  names: ReadonlySet<string>,
): Promise<void> {
  const hasGone = (userId: string, name: string) => {
    if (forgotten.what === 'deals') return userId === forgotten.of.userId && names.has(name)
    return forgotten.what === 'everything' || userId !== forgotten.but.userId
  }
  for (const id of await ports.noticesShown())
    if (hasGone(readerOf(id), targetOf(id)?.target ?? '')) await ports.clearNotice(id)
  if (forgotten.what === 'everything') {
    await ports.forgetSettings()
    // Panels that are open stay ours: a pass tells nothing of anybody.
    return ports.forgetInMemory((place) => !isPass(place))
  }
  await ports.forgetInMemory((place) => {
    // Such as `typed:<org>:<user>:<handoff>:<box>`, `typed:<org>:<user>:<who leaves>:<deal>:<box>` or `typed:unread:<draft>:<box>`.
    const [kind, , whose = '', ...about] = place.split(':')
    const isOfUser = /^005\w{15}$/.test(whose)
    const isTyped =
      kind === 'typed' && (isOfUser ? about.some((name) => hasGone(whose, name)) : names.has(whose))
    return isTyped || place === snapshotKey || place === menuShown
  })
  await keepInNote(ports, ({ userId, name }) => !hasGone(userId, name))
}
