import { createGateway } from '#lib/salesforce/gateway.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { createCache } from '#lib/storage/cache.ts'
import { createDrafts } from '#lib/storage/drafts.ts'
import { createOutboxStore } from '#lib/storage/outbox.ts'
import type { Entry } from '#lib/sync/entry.ts'
import type { OutboxPorts } from '#lib/sync/outbox.ts'
import { takeIn } from './contexts.ts'
import { settleInInbox } from './inboxes.ts'
import { settlingOf } from './settling.ts'
import type { Office } from './office.ts'
import type { WorkerPorts } from './ports.ts'
import { createShapeStore } from './shape-store.ts'
import { createWhereabouts } from './whereabouts.ts'

/** Puts together what every answer of the worker is made with. Starts nothing and asks nobody. */
export function setUp(ports: WorkerPorts): Office {
  const cache = createCache(ports.database)
  const gateway = gatewayOf(ports, cache)
  const office: Office = {
    ports,
    cache,
    gateway,
    drafts: createDrafts(ports.database),
    outbox: outboxOf(ports, gateway, {
      changed: (entry) => tellOf(office, entry),
      done: (entry, saved) => takeIn(office, entry, saved),
    }),
    whereabouts: createWhereabouts(ports),
  }
  return office
}

function gatewayOf(ports: WorkerPorts, cache: Office['cache']): Office['gateway'] {
  const { cookies, memory, fetch, loadJsforce, isOnline, now } = ports
  const shapes = createShapeStore(cache)
  const names = namesIn({})
  return createGateway({ cookies, memory, fetch, loadJsforce, isOnline, now, names, shapes })
}

function outboxOf(
  ports: WorkerPorts,
  gateway: Office['gateway'],
  told: Pick<OutboxPorts, 'changed' | 'done'>,
): OutboxPorts {
  const { now, random, alone, wakeAt, database } = ports
  return { store: createOutboxStore(database), gateway, now, random, alone, wakeAt, ...told }
}

/** Tells every surface that an operation has come further. */
function tellOf(office: Office, entry: Entry): void {
  const { operationKey, opportunityId, state, handoffId } = entry
  office.ports.announce({ fact: 'outbox-changed', operationKey, opportunityId })
  if (state === 'sent' && handoffId !== null)
    void settleInInbox(office, entry, { handoffId, settle: settlingOf(entry, office.ports.now()) })
}
