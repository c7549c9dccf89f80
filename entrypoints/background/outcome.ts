import type { Caller } from '#lib/messaging/router.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Office } from './office.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { SalesforceError, troubleOf } from '#lib/salesforce/salesforce-error.ts'
import { storageErrorOf } from '#lib/storage/storage-error.ts'

/** Who is signed in where the surface is; null when nobody is known to be. */
export async function userOf(
  { whereabouts, gateway }: Office,
  caller: Caller,
): Promise<Identity | null> {
  const found = await outcomeOf(async () => gateway.identity(await whereabouts.org(caller)))
  return found.outcome === 'ok' ? found.value : null
}

export type Outcome<Value> =
  | { readonly outcome: 'ok'; readonly value: Value }
  | { readonly outcome: 'trouble'; readonly trouble: Trouble }

/** What some work gives, or the trouble that Salesforce made. Bugs are thrown on. */
export async function outcomeOf<Value>(
  work: () => Promise<Value>,
): Promise<{ outcome: 'ok'; value: Value } | { outcome: 'trouble'; trouble: Trouble }> {
  try {
    return { outcome: 'ok', value: await work() }
  } catch (error) {
    if (error instanceof SalesforceError) return { outcome: 'trouble', trouble: troubleOf(error) }
    const own = storageErrorOf(error)
    if (!own) throw error
    const trouble: Trouble = { kind: `storage-${own.kind}`, detail: own.message, fields: [] }
    return { outcome: 'trouble', trouble }
  }
}
