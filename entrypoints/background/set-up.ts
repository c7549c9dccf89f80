import { createGateway } from '#lib/salesforce/gateway.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { createCache } from '#lib/storage/cache.ts'
import { createDrafts } from '#lib/storage/drafts.ts'
import type { Office } from './office.ts'
import type { WorkerPorts } from './ports.ts'
import { createShapeStore } from './shape-store.ts'
import { createWhereabouts } from './whereabouts.ts'

/** Puts together what every answer of the worker is made with. Starts nothing and asks nobody. */
export function setUp(ports: WorkerPorts): Office {
  const cache = createCache(ports.database)
  const { cookies, memory, fetch, loadJsforce, isOnline, now } = ports
  return {
    ports,
    cache,
    drafts: createDrafts(ports.database),
    whereabouts: createWhereabouts(ports),
    gateway: createGateway({
      cookies,
      memory,
      fetch,
      loadJsforce,
      isOnline,
      now,
      names: namesIn({}),
      shapes: createShapeStore(cache),
    }),
  }
}
