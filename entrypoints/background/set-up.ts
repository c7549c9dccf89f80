import type { Fact } from '#lib/messaging/facts.ts'
import { createGateway } from '#lib/salesforce/gateway.ts'
import type { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { createKeeping, type Keeping } from '#lib/storage/keeping.ts'
import type { Entry } from '#lib/sync/entry.ts'
import type { OutboxPorts } from '#lib/sync/outbox.ts'
import { menuLater } from './menu-later.ts'
import { createCompany } from './company.ts'
import { createNaming } from './naming.ts'
import type { Office } from './office.ts'
import { createPanelPasses } from './panel-passes.ts'
import type { WorkerPorts } from './ports.ts'
import { createShapeStore } from './shape-store.ts'
import { createTemplateShelf } from './template-shelf.ts'
import { createWhereabouts } from './whereabouts.ts'

/** Puts together what every answer of the worker is made with. Starts nothing and asks nobody. */
export function setUp(given: WorkerPorts, watch: Watch = unwatched): Office {
  const renewMenu = () => menuLater(office)
  const ports = heardByMenu(watchedPorts(given, watch), renewMenu)
  const keeping = namedInMenu(watchedKeeping(keepingOf(ports), watch), renewMenu)
  const { cache } = keeping
  const company = createCompany(ports)
  const naming = createNaming(ports, company)
  const gateway = gatewayOf(ports, { cache, company, naming }, ({ kind }) => {
    // What users do themselves comes first: whoever meets the limit, background calls stop.
    if (kind === 'limit-reached') void stopInBackground(office)
  })
  const office: Office = {
    ports,
    company,
    naming,
    passes: createPanelPasses(ports.memory),
    cache,
    gateway,
    keeping,
    drafts: keeping.drafts,
    outbox: outboxOf(
      { ports, gateway, store: keeping.outbox },
      {
        changed: (entry) => tellOf(office, entry),
        done: async (entry, saved) => (await import('./contexts.ts')).takeIn(office, entry, saved),
      },
    ),
    whereabouts: createWhereabouts(ports),
    shelf: createTemplateShelf(ports, company),
  }
  return office
}

/** Sees every step that leaves the worker's memory; a test stops it there. */
export type Watch = <Methods extends object>(subject: string, methods: Methods) => Methods

const unwatched: Watch = (_, methods) => methods

function watchedPorts(ports: WorkerPorts, watch: Watch): WorkerPorts {
  const { memory, settings, journal, fetch, wakeAt } = ports
  return {
    ...ports,
    memory: watch('memory', memory),
    settings: watch('settings', settings),
    journal: watch('journal', journal),
    fetch: watch('network', { fetch }).fetch,
    wakeAt: watch('alarms', { wakeAt }).wakeAt,
  }
}

function watchedKeeping(keeping: Keeping, watch: Watch): Keeping {
  const { drafts, outbox, cache } = keeping
  return {
    ...keeping,
    drafts: watch('drafts', drafts),
    outbox: watch('outbox', outbox),
    cache: watch('cache', cache),
  }
}

/** The menu of selections names the user's drafts: another user may be signed in, or none, or be seen to be. */
const ofMenu: ReadonlySet<Fact['fact']> = new Set(['identity-changed', 'inbox-changed'])

function heardByMenu(ports: WorkerPorts, renew: () => void): WorkerPorts {
  const announce = (fact: Fact) => {
    ports.announce(fact)
    if (ofMenu.has(fact.fact)) renew()
  }
  return { ...ports, announce }
}

/** Drafts come and go with these; those that are only written on keep their names. */
const comeAndGo: ReadonlySet<string | symbol> = new Set([
  'start',
  'discard',
  'restore',
  'move',
  'addInPlaceOf',
  'returnToDraft',
])

function namedInMenu(keeping: Keeping, renew: () => void): Keeping {
  const heard = <Methods extends object>(methods: Methods): Methods =>
    new Proxy(methods, {
      get: (real, name) => {
        const method: unknown = Reflect.get(real, name)
        if (!comeAndGo.has(name) || typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          const done: unknown = await Reflect.apply(method, real, given)
          renew()
          return done
        }
      },
    })
  return { ...keeping, drafts: heard(keeping.drafts), outbox: heard(keeping.outbox) }
}

/** Where it is remembered, as long as the browser runs, that the journal was compared with the database. */
const compared = 'journal-compared'

function keepingOf(ports: WorkerPorts): Keeping {
  const { database, journal, newKey, memory, now } = ports
  return createKeeping({
    database,
    journal,
    newKey,
    loadRevive: async () => {
      const { revived } = await import('#lib/sync/revive.ts')
      return (row) => revived(row, now())
    },
    isCompared: async () => (await memory.get(compared)) === true,
    noteCompared: () => memory.set(compared, true),
    restored: async (what) => (await import('./restored.ts')).noteRestored(ports, what),
  })
}

function gatewayOf(
  ports: WorkerPorts,
  { cache, company, naming }: Pick<Office, 'cache' | 'company' | 'naming'>,
  refused: (error: SalesforceError) => void,
): Office['gateway'] {
  const shapes = createShapeStore(cache)
  const { signInRule } = company
  const sessionOver = () => ports.announce({ fact: 'identity-changed' })
  return createGateway({ ...ports, signInRule, names: naming, shapes, refused, sessionOver })
}

function outboxOf(
  { ports, gateway, store }: Pick<OutboxPorts, 'gateway' | 'store'> & { ports: WorkerPorts },
  told: Pick<OutboxPorts, 'changed' | 'done'>,
): OutboxPorts {
  const { now, random, alone, wakeAt } = ports
  return { store, gateway, now, random, alone, wakeAt, ...told }
}

async function stopInBackground(office: Office): Promise<void> {
  const met = office.ports.now()
  const { pause } = await import('./polling.ts')
  await pause(office, met)
}

/** Tells every surface that an operation has come further. */
function tellOf(office: Office, entry: Entry): void {
  const { operationKey, opportunityId } = entry
  office.ports.announce({ fact: 'outbox-changed', operationKey, opportunityId })
  void settle(office, entry)
}

/** Lists show at once what an operation has changed. */
async function settle(office: Office, entry: Entry): Promise<void> {
  const { settleInLists } = await import('./settling-in-lists.ts')
  await settleInLists(office, entry)
}
