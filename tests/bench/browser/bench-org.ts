import { createApp } from '#demo/app.ts'
import { selfSignedCertificate } from '#demo/launch/certificate.ts'
import { bringUpToDate } from '#demo/launch/bring-up-to-date.ts'
import { serveHttps } from '#demo/launch/https-server.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg, type Org } from '#demo/org/org.ts'
import { createPages } from '#demo/pages/pages.ts'
import { ben, mara, sahara } from '../../e2e/cast.ts'

/** The org that everything is measured against. */
export interface BenchOrg {
  readonly org: Org
  readonly port: number
  readonly close: () => Promise<void>
}

/** The address of an opportunity's page. */
export const recordPage = ({ org }: BenchOrg, id: string) =>
  `https://${org.hosts.lightning}/lightning/r/Opportunity/${id}/view`

/** How many handoffs wait for the recipient. */
export const PENDING = 1000

/** Serves the sample org with a thousand handoffs that wait for one recipient. */
export async function openBenchOrg(): Promise<BenchOrg> {
  const seed = loadOrgFolder('demo/orgs/acme')
  const today = new Date().toISOString().slice(0, 10)
  const records = bringUpToDate(seed.records, String(seed.org['relativeTo']), today)
  const clock = { now: () => new Date(), random: Math.random }
  const org = createOrg({ ...seed, records }, clock)
  // Somebody else's: the sender who is measured has no thousand decisions to chase.
  const sender = org.as(mara.id)
  for (let at = 0; at < PENDING; at += 1) {
    const ParentId = sender.create('Handoff__c', waiting(at))
    sender.create('Handoff__Share', { ParentId, UserOrGroupId: ben.id, AccessLevel: 'Edit' })
  }
  const certificate = await selfSignedCertificate(new Date())
  const server = await serveHttps(createApp([org], createPages).fetch, certificate, 0)
  return { ...server, org }
}

const HOUR = 60 * 60 * 1000

function waiting(at: number) {
  const due = new Date(Date.now() + (at - PENDING / 10) * HOUR).toISOString()
  return {
    Client_Key__c: `bench-${at}`,
    Opportunity__c: sahara.id,
    Outgoing_Owner__c: mara.id,
    Incoming_Owner__c: ben.id,
    Status__c: 'Submitted',
    Type__c: 'AE_CSM',
    Variant__c: 'Standard',
    Template_Key__c: 'ae-csm',
    Template_Version__c: '1.0.0',
    Completeness__c: 80,
    Decision_Due_At__c: due,
    Submitted_At__c: new Date(Date.now() - HOUR).toISOString(),
  }
}
