import { createSessions, secret, type Session, type Sessions } from '../auth/sessions.ts'
import { insertRecord } from '../records/insert.ts'
import { notFound } from '../records/refusal.ts'
import { deleteRecord } from '../records/remove.ts'
import { updateRecord } from '../records/update.ts'
import { writerFor } from '../records/writer-for.ts'
import type { Writer } from '../records/writer.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { createCursors } from '../soql/paging.ts'
import { runQuery } from '../soql/query.ts'
import type { Row } from '../soql/source.ts'
import { createCallLog, type CallLog } from './call-log.ts'
import { createClock, type Clock } from './clock.ts'
import { createFaults, type Faults } from '../faults/faults.ts'
import { createState, type OrgPorts } from './create-state.ts'
import { hostsOf, type Hosts } from './hosts.ts'
import { orgSeedSchema, type OrgSeedInput } from './seed.ts'
import { sourceOf } from './source-of.ts'
import type { OrgState } from './state.ts'

/** A running org: its state, its sessions, and who called it. */
export interface Org {
  /** As it is now; `reset` replaces it, so never keep it for longer than a request. */
  readonly state: OrgState
  readonly clock: Clock
  readonly faults: Faults
  /** Starts again from the seed: records, schema, sessions, faults, clock and calls. */
  readonly reset: () => void
  readonly hosts: Hosts
  readonly sessions: Sessions
  readonly calls: CallLog
  readonly cursors: ReturnType<typeof createCursors>
  /** Opens a session that may call the API, and returns its id. */
  readonly signIn: (userId: string) => string
  /** Opens the other session a browser gets: that of the Lightning pages, useless for the API. */
  readonly signInToPages: (userId: string) => string
  readonly sessionOf: (sessionId: string) => Session | undefined
  /** The org as one user works in it, without HTTP. */
  readonly as: (userId: string) => UserDesk
}

/** What a user can do; refusals are thrown as Salesforce words them. */
export interface UserDesk {
  readonly describe: (objectName: string) => ObjectDescribe | undefined
  readonly query: (soql: string) => readonly Row[]
  readonly create: (objectName: string, values: Row) => string
  readonly update: (objectName: string, id: string, values: Row) => void
  readonly remove: (objectName: string, id: string) => void
}

/** Starts an org from a seed; time and chance come from outside. */
export function createOrg(input: OrgSeedInput, ports: OrgPorts): Org {
  const seed = orgSeedSchema.parse(input)
  const clock = createClock(ports.now)
  const faults = createFaults(ports.random)
  const start = () =>
    createState(
      { ...seed, org: structuredClone(seed.org) },
      { now: clock.now, random: ports.random, faults },
    )
  let state = start()
  const sessions = createSessions({
    orgId: state.file.orgId,
    random: ports.random,
    now: clock.now,
    timeoutMinutes: () => state.file.switches.sessionMinutes,
  })
  const isActive = (userId: string) => state.store.table('User').get(userId)?.['IsActive'] === true
  const calls = createCallLog()
  const open = (userId: string, mayCallApi: boolean) =>
    sessions.open({ userId, mayCallApi, fromOAuth: false }).id
  return {
    get state() {
      return state
    },
    clock,
    faults,
    reset: () => {
      faults.clear()
      clock.skew(0)
      sessions.endAll()
      calls.clear()
      state = start()
    },
    hosts: hostsOf(state.file.myDomain),
    sessions,
    calls,
    cursors: createCursors(() => secret(ports.random, 15).replaceAll(/[._]/g, 'x')),
    signIn: (userId) => open(userId, true),
    signInToPages: (userId) => open(userId, false),
    sessionOf: (id) => {
      const session = sessions.find(id)
      return session && isActive(session.userId) ? session : undefined
    },
    as: (userId) => deskOf(state, userId),
  }
}

function deskOf(state: OrgState, userId: string): UserDesk {
  const writer = (): Writer => writerFor(state, userId)
  return {
    describe: (objectName) => writer().access.describe(objectName),
    query: (soql) =>
      runQuery(soql, sourceOf(state, { userId, apiVersion: state.file.apiVersion })).records,
    create: (objectName, values) => {
      const by = writer()
      return insertRecord(by, described(by, objectName), values)
    },
    update: (objectName, id, values) => {
      const by = writer()
      updateRecord(by, described(by, objectName), { id, input: values })
    },
    remove: (objectName, id) => {
      const by = writer()
      deleteRecord(by, described(by, objectName), id)
    },
  }
}

function described({ access }: Writer, objectName: string): ObjectDescribe {
  const describe = access.describe(objectName)
  if (!describe) throw notFound()
  return describe
}
