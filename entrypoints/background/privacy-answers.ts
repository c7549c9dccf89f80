import type { Answering } from '#lib/messaging/router.ts'
import type { Owner } from '#lib/storage/database.ts'
import { type Forgotten, forget } from '#lib/storage/forgetting.ts'
import { belongsTo, holdingsOf } from '#lib/storage/holdings.ts'
import { isSettled } from '#lib/sync/entry.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { forgetBeside } from './forgetting-beside.ts'
import type { Office } from './office.ts'
import { outcomeOf, userOf } from './outcome.ts'

type PrivacyRequest = Extract<keyof Answering, `privacy.${string}`>

/** What the worker answers about what is kept on this computer. */
export function privacyAnswers(office: Office): Pick<Answering, PrivacyRequest> {
  const { ports, gateway, whereabouts, drafts, outbox, keeping } = office
  return {
    'privacy.read': async (_, caller) => {
      const held = await holdingsOf(ports.database, await userOf(office, caller))
      return { ...held, deals: [...held.deals] }
    },
    'privacy.forget': async (asked, caller) => {
      await keeping.opened()
      const what = forgottenBy(await userOf(office, caller), asked)
      const gone = what && (await forget(ports.database, what))
      await keeping.forgetCopies()
      if (gone) await forgetBeside(ports, what, gone.names)
      ports.announce({ fact: 'identity-changed' })
      return { forgotten: gone?.count ?? 0 }
    },
    'privacy.export': (_, caller) =>
      outcomeOf(async () => {
        const user = await gateway.identity(await whereabouts.org(caller))
        const entries = await entriesOf(outbox, user)
        const unsent = entries.flatMap((entry) => (isSettled(entry) ? [] : (entry.draft ?? [])))
        const trash = await ports.database.trash.toArray()
        const exported = {
          exportedAt: ports.now(),
          drafts: await drafts.all(user),
          unsent,
          discarded: trash.filter((row) => belongsTo(row, user)),
        }
        return { json: JSON.stringify(exported, null, 2) }
      }),
  }
}

/** What is to be forgotten for a user; null where it is not known whose it is. */
function forgottenBy(
  owner: Owner | null,
  asked: Parameters<Answering['privacy.forget']>[0],
): Forgotten | null {
  if (asked.what === 'everything') return asked
  if (owner === null) return null
  return asked.what === 'deals' ? { ...asked, of: owner } : { ...asked, but: owner }
}
