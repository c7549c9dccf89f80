import { tidy } from '#lib/storage/housekeeping.ts'
import { tellAll } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import type { Office } from './office.ts'

/** What was lost is made good first; then what the last worker left unfinished goes on. */
export async function begin(office: Office): Promise<void> {
  await office.keeping.opened()
  await tellAll(office.outbox)
  await push(office.outbox)
}

/** Sends what is due now. */
export function goOnSending({ outbox }: Office): Promise<void> {
  return push(outbox)
}

/** Takes away what nobody needs any more, at the browser's start. */
export async function tidyUp({ keeping, ports, company }: Office): Promise<void> {
  const { mode } = await keeping.opened()
  if (mode === 'usual') await tidy(ports.database, ports.now(), await company.policy())
}
