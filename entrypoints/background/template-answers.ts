import { lettersOf } from '#lib/handoff/mapped.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { type Known, type Shelved, soundTemplate } from '#lib/handoff/shelf.ts'
import { shelving } from '#lib/handoff/shelving.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { templateRequests } from '#lib/messaging/template-requests.ts'
import { byObject } from '#lib/salesforce/describe-parts.ts'
import { labelsIn, lockedIn, picklistsIn, typesIn } from '#lib/salesforce/describe.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { isSettled } from '#lib/sync/entry.ts'
import { allEntries } from '#lib/sync/outbox.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { createShapeStore } from './shape-store.ts'

type TemplateRequest = keyof typeof templateRequests
type Reference = Pick<Template, 'key' | 'version'>

/** What the worker answers about templates, and about the place of methodologies in an org. */
export function templateAnswers(office: Office): Pick<Answering, TemplateRequest> {
  const { shelf, ports } = office
  const changed = () => ports.announce({ fact: 'templates-changed' })
  return {
    'template.list': async () => {
      const [{ all }, { lockedTemplates: only }] = await Promise.all([
        shelf.known(),
        office.company.policy(),
      ])
      const set = all.flatMap(({ from, template }) => (from === 'policy' ? template.key : []))
      return all.map((known) => listed(known, { only, set }))
    },
    'template.read': async (reference) => (await shelf.known()).of(reference),
    'template.import': async ({ text }, caller) => {
      const taken = await take(office, text, caller)
      if (taken.outcome === 'kept') changed()
      return taken
    },
    'template.surroundings': async (_, caller) => {
      const [{ all }, org] = await Promise.all([shelf.known(), fieldsOfOrg(office, caller)])
      return { org, templates: all.map(({ template }) => template) }
    },
    'template.status': ({ status, ...reference }) =>
      outcomeOf(async () => {
        await shelf.replace((await imported(office, reference)).text, status)
        changed()
        return {}
      }),
    'template.remove': (reference) =>
      outcomeOf(async () => {
        await remove(office, reference)
        changed()
        return {}
      }),
    'template.deals': (_, caller) =>
      outcomeOf(async () => {
        const org = await office.whereabouts.org(caller)
        const deals = await office.gateway.pastDeals(org)
        return { deals, origin: `https://${org.lightningHost}` }
      }),
    'template.try': (asked, caller) =>
      outcomeOf(async () => {
        const { foundIn } = await import('./trying.ts')
        return [...(await foundIn(office, await office.whereabouts.org(caller), asked))]
      }),
    'mapping.read': (_, caller) => outcomeOf(() => readMapping(office, caller)),
    'mapping.keep': ({ mapping }, caller) =>
      outcomeOf(async () => {
        const { orgId } = await office.gateway.identity(await office.whereabouts.org(caller))
        await shelf.setMapping(orgId, mapping)
        ports.announce({ fact: 'mapping-changed' })
        return {}
      }),
  }
}

interface Company {
  /** The only keys that it offers; absent: all. */
  readonly only: readonly string[] | undefined
  /** The keys under which it has set a template: that one stands alone. */
  readonly set: readonly string[]
}

function listed({ template, from, isLocked }: Known, { only, set }: Company) {
  const { key, version, name, kind, status } = template
  return {
    key,
    version,
    name,
    kind,
    status,
    from,
    isLocked,
    isLeftOut: only?.includes(key) === false || (from !== 'policy' && set.includes(key)),
    questions: questionsOf(template).length,
  }
}

/** What describe has said of this org's fields; nothing where no org is known. */
async function fieldsOfOrg(office: Office, caller: Caller) {
  const shapes = await outcomeOf(async () => {
    const user = await office.gateway.identity(await office.whereabouts.org(caller))
    return createShapeStore(office.cache).read(user)
  })
  const known = shapes.outcome === 'ok' ? byObject(shapes.value) : {}
  return { types: typesIn(known), locked: lockedIn(known), choices: picklistsIn(known) }
}

async function take(
  office: Office,
  text: string,
  caller: Caller,
): ReturnType<Answering['template.import']> {
  const { shelf } = office
  const known = await shelf.known()
  const judged = await shelving(text, known, await fieldsOfOrg(office, caller))
  if (judged.outcome === 'faulty') return { outcome: 'faulty', problems: [...judged.problems] }
  const { key, version, status } = judged.template
  const there = known.all.find(
    ({ template }) => template.key === key && template.version === version,
  )
  if (!there) await shelf.add(text, status)
  // Archived since, and wanted again.
  else if (there.from === 'import' && there.template.status !== status)
    await shelf.replace((await imported(office, { key, version })).text, status)
  return { outcome: 'kept', key, version }
}

/** The imported row of a version. Throws when it comes from elsewhere. */
async function imported({ shelf }: Office, { key, version }: Reference): Promise<Shelved> {
  const row = (await shelf.shelved()).find(({ text }) => {
    const template = soundTemplate(text)
    return template?.key === key && template.version === version
  })
  if (row) return row
  throw new SalesforceError('not-now', `“${key}” ${version} was not imported here.`)
}

async function remove(office: Office, reference: Reference): Promise<void> {
  const row = await imported(office, reference)
  const [written, sent] = await Promise.all([
    office.ports.database.drafts.toArray(),
    allEntries(office.outbox),
  ])
  // What Salesforce refuses comes back as a draft.
  const onTheirWay = sent.flatMap((entry) => (isSettled(entry) ? [] : (entry.draft ?? [])))
  const users = [...written, ...onTheirWay].filter(
    ({ template }) => template.key === reference.key && template.version === reference.version,
  ).length
  if (users > 0) {
    const are =
      users === 1 ? 'One draft on this computer is' : `${users} drafts on this computer are`
    throw new SalesforceError('not-now', `${are} written with it. Archive it instead.`)
  }
  await office.shelf.replace(row.text, null)
}

async function readMapping(office: Office, caller: Caller) {
  const user = await office.gateway.identity(await office.whereabouts.org(caller))
  const shapes = byObject(await createShapeStore(office.cache).read(user))
  const locked = lockedIn(shapes)
  const labels = labelsIn(shapes)
  const fields = Object.entries(typesIn(shapes))
    .filter(([path]) => path.startsWith('Opportunity.') && !locked.includes(path))
    .map(([path, type]) => ({ path, type, label: labels[path] ?? path }))
  const known = await office.shelf.known()
  return {
    orgName: user.orgName,
    letters: [...lettersOf(known.all.map(({ template }) => template))],
    mapping: { ...(await office.shelf.mapping(user.orgId)) },
    fields: fields.toSorted((one, other) => one.label.localeCompare(other.label)),
  }
}
