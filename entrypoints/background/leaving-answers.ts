import { type Book, bookSchema } from '#lib/handoff/book.ts'
import { gateBlanks } from '#lib/handoff/gate-blanks.ts'
import type { leavingRequests } from '#lib/messaging/leaving-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { contextInPassing } from './contexts.ts'
import { startedFrom, templatesFor } from './draft-starting.ts'
import { knownCurrency, learnMoney } from './money.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { assessed } from './readiness.ts'

/** What the worker answers when somebody leaves. */
export function leavingAnswers(office: Office): Pick<Answering, keyof typeof leavingRequests> {
  const { whereabouts, gateway } = office
  return {
    'leaving.people': ({ scope }, caller) =>
      outcomeOf(async () => {
        const { owners, mayLookAtAll } = await gateway.owners(await whereabouts.org(caller), scope)
        return { owners: owners && [...owners], mayLookAtAll }
      }),
    'leaving.book': ({ ownerId, fresh }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        const user = await gateway.identity(org)
        const book = fresh
          ? await freshBook(office, { org, user }, ownerId)
          : await keptBook(office, user, ownerId)
        return book && withDrafts(office, user, book)
      }),
    'leaving.blanks': ({ opportunityId }, caller) =>
      outcomeOf(async () => blanksOf(office, await whereabouts.org(caller), opportunityId)),
  }
}

const about = (ownerId: string) => `leaving:${ownerId}`

async function keptBook({ cache }: Office, user: Identity, ownerId: string): Promise<Book | null> {
  return bookSchema.safeParse(await cache.read(user, about(ownerId))).data ?? null
}

interface Whose {
  readonly org: Org
  readonly user: Identity
}

async function freshBook(office: Office, { org, user }: Whose, ownerId: string): Promise<Book> {
  const { gateway, cache, ports } = office
  await learnMoney(office, org)
  const readAt = ports.now()
  const { deals, beside, hidden, ...read } = await gateway.book(org, ownerId)
  const currency = await knownCurrency(office, user)
  const book = {
    ...read,
    currency: read.currency || currency,
    deals: deals.map((deal) => Object.assign({}, deal, { currency: deal.currency || currency })),
    beside: [...beside],
    hidden,
    origin: user.lightningOrigin,
    readAt,
  }
  await cache.keep(user, about(ownerId), { value: book, readAt })
  return book
}

/** The deals with what this computer knows better: which of them have a draft of the manager's own. */
async function withDrafts({ drafts }: Office, user: Identity, book: Book): Promise<Book> {
  const begun = new Set((await drafts.all(user)).map(({ opportunityId }) => opportunityId))
  const deals = book.deals.map((deal) =>
    Object.assign({}, deal, { hasDraft: begun.has(deal.opportunityId) }),
  )
  return { ...book, deals }
}

/** Asked of a handoff that is begun as the panel would begin it, in memory only. */
async function blanksOf(office: Office, org: Org, opportunityId: string) {
  const context = await contextInPassing(office, org, opportunityId)
  const templates = await templatesFor(office, context)
  const draft = await startedFrom(office, context, { templates, key: '' })
  const template = templates.find(({ key }) => key === draft.template.key)
  if (!template) return []
  const now = office.ports.now()
  return [...gateBlanks(template, await assessed(template, draft, { context, now }))]
}
