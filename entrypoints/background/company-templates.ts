import * as z from 'zod/mini'
import { soundTemplate } from '#lib/handoff/shelf.ts'
import { pathInOrg } from '#lib/policy/org-address.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import type { Office } from './office.ts'
import type { WorkerPorts } from './ports.ts'

const place = 'company-templates'
const HOUR = 3_600_000
const often = { read: 24 * HOUR, missed: HOUR } as const

const keptSchema = z.record(
  z.string(),
  z.object({ text: z.string(), missed: z.boolean(), at: z.number() }),
)
type Kept = z.infer<typeof keptSchema>

/** What the addresses of the company's policy gave last, by address. */
export async function keptTemplates({ settings }: Pick<WorkerPorts, 'settings'>): Promise<Kept> {
  return keptSchema.safeParse(await settings.get(place)).data ?? {}
}

/**
 * Reads the templates that the company's policy names by an address in this org, once a day. What was read stays
 * until there is something better: an org that does not answer takes no template away.
 */
export async function refreshTemplates(office: Office, org: Org): Promise<void> {
  const { company, ports } = office
  const { templates } = await company.policy()
  const addresses = templates.flatMap((set) => ('url' in set ? [set.url] : []))
  if (addresses.length === 0) return
  const before = await keptTemplates(ports)
  const now = Date.parse(ports.now())
  const isDue = (url: string) => {
    const kept = before[url]
    return !kept || Math.abs(now - kept.at) >= often[kept.missed ? 'missed' : 'read']
  }
  const due = addresses.filter((url) => pathInOrg(url, org.apiHost) !== null && isDue(url))
  if (due.length === 0) return
  const read = due.map(async (url) => {
    const text = await soundText(office, org, url)
    return [url, { text: text || (before[url]?.text ?? ''), missed: text === '', at: now }] as const
  })
  // Others may have been read meanwhile; what the policy names no more is dropped.
  const all = { ...(await keptTemplates(ports)), ...Object.fromEntries(await Promise.all(read)) }
  const named = Object.entries(all).filter(([url]) => addresses.includes(url))
  await ports.settings.set(place, Object.fromEntries(named))
}

/** A sound template as text; empty when the address gives none. */
async function soundText({ gateway }: Office, org: Org, url: string): Promise<string> {
  try {
    const text = await gateway.file(org, pathInOrg(url, org.apiHost) ?? '')
    return soundTemplate(text) ? text : ''
  } catch {
    return '' // Asked again in an hour; the settings say which address gives nothing.
  }
}
