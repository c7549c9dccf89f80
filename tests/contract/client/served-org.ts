import { Connection } from 'jsforce'
import { createApp } from '#demo/app.ts'
import { selfSignedCertificate } from '#demo/launch/certificate.ts'
import { serveHttps } from '#demo/launch/https-server.ts'
import { createOrg, type Org } from '#demo/org/org.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import { admin, plainOrg } from '../plain-org.ts'

/** An org served over HTTPS on this computer. */
export interface ServedOrg {
  readonly org: Org
  readonly address: string
  /** A jsforce connection of the administrator, or with another access token. */
  readonly connect: (accessToken?: string) => Connection
  readonly close: () => Promise<void>
}

/** Serves a plain org with the records; jsforce is made to trust its certificate. */
export async function serveOrg(records: OrgSeedInput['records']): Promise<ServedOrg> {
  // jsforce takes no certificate authority: as its users do with test servers, checks are off here.
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  const org = createOrg(plainOrg(records), { now: () => new Date(), random: Math.random })
  const app = createApp([org])
  const server = await serveHttps(app.fetch, await selfSignedCertificate(new Date()), 0)
  const address = `https://127.0.0.1:${server.port}`
  const session = org.signIn(admin.id)
  return {
    org,
    address,
    connect: (accessToken = session) =>
      new Connection({ instanceUrl: address, accessToken, version: '67.0' }),
    close: server.close,
  }
}
