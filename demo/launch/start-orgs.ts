import { randomInt } from 'node:crypto'

import { createApp, type Pages } from '../app.ts'
import { checkContents } from '../org/check-contents.ts'
import { checkDescribes } from '../org/check-describes.ts'
import { checkFiles, checkKeys } from '../org/check-keys.ts'
import { checkLookups } from '../org/check-lookups.ts'
import { checkOrgFile } from '../org/check-org-file.ts'
import { checkRecords } from '../org/check-records.ts'
import { loadOrgFolder } from '../org/load-folder.ts'
import { createOrg, type Org } from '../org/org.ts'
import { Unusable } from '../org/unusable.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { selfSignedCertificate } from './certificate.ts'
import { serveHttps } from './https-server.ts'

/** Orgs that answer over HTTPS on this computer. */
export interface RunningOrgs {
  readonly port: number
  readonly orgs: readonly Org[]
  /** PEM; a client that trusts it may call `https://127.0.0.1:PORT` and the orgs' own hosts. */
  readonly certificate: string
  readonly close: () => Promise<void>
}

/** What to serve and where. */
export interface Serving {
  readonly folders: readonly string[]
  /** 0 takes a free port. */
  readonly port: number
  readonly pages: Pages
}

const CHANCES = 2 ** 47

// Session ids come from this chance, so it must not be guessable.
const random = () => randomInt(CHANCES) / CHANCES

/** Loads the org folders and serves them behind one port, the first one for unknown hosts. */
export async function startOrgs({ folders, port, pages }: Serving): Promise<RunningOrgs> {
  const orgs = folders.map(openFolder)
  refuseSharedHost(orgs)
  const certificate = await selfSignedCertificate(new Date())
  const server = await serveHttps(createApp(orgs, pages).fetch, certificate, port)
  return { ...server, orgs, certificate: certificate.certificate }
}

/** Requests are told apart by the host they are for. */
function refuseSharedHost(orgs: readonly Org[]): void {
  const hosts = orgs.map(({ hosts: { my } }) => my)
  const shared = hosts.find((host, at) => hosts.indexOf(host) !== at)
  if (shared) throw new Unusable(`Two of the org folders are of one My Domain: ${shared}.`)
}

/** An org from its folder, with this computer's clock and its records brought up to today. */
export function openFolder(folder: string): Org {
  const seed = loadOrgFolder(folder)
  const writtenOn = seed.org.relativeTo
  const now = new Date().toISOString()
  const records =
    writtenOn === undefined ? seed.records : bringUpToDate(seed.records, writtenOn, now)
  const org = createOrg({ ...seed, records }, { now: () => new Date(), random })
  checkFiles(folder)
  checkKeys(seed)
  checkDescribes(seed)
  checkRecords(folder, seed, org.state.schema)
  checkOrgFile(org.state, seed)
  checkLookups(org.state, seed)
  checkContents(org.state, seed)
  return org
}
