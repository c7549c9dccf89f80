import type { Gateway } from '#lib/salesforce/gateway.ts'
import type { Cache } from '#lib/storage/cache.ts'
import type { Keeping } from '#lib/storage/keeping.ts'
import type { Drafts } from '#lib/storage/drafts.ts'
import type { OutboxPorts } from '#lib/sync/outbox.ts'
import type { Company } from './company.ts'
import type { Naming } from './naming.ts'
import type { PanelPasses } from './panel-passes.ts'
import type { TemplateShelf } from './template-shelf.ts'
import type { Whereabouts } from './whereabouts.ts'
import type { WorkerPorts } from './ports.ts'

/** What every answer of the worker is made with. */
export interface Office {
  readonly ports: WorkerPorts
  readonly company: Company
  readonly naming: Naming
  readonly passes: PanelPasses
  readonly gateway: Gateway
  readonly keeping: Keeping
  readonly drafts: Drafts
  readonly cache: Cache
  readonly outbox: OutboxPorts
  readonly whereabouts: Whereabouts
  readonly shelf: TemplateShelf
}
