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

const tidied = 'tidied'

/** Takes away what nobody needs any more: at the browser's start, and once a day while it goes on running. */
export async function tidyUp({ keeping, ports, company }: Office): Promise<void> {
  const today = ports.now().slice(0, 10)
  if ((await ports.memory.get(tidied)) === today) return
  const { mode } = await keeping.opened()
  if (mode !== 'usual') return
  await tidy(ports.database, ports.now(), await company.policy())
  await ports.memory.set(tidied, today)
}
