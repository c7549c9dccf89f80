import type { Plan, Planned } from '#lib/handoff/plan.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { TransferFacts } from '#lib/handoff/transfer.ts'
import { planPutBack, planTransfer, planUndo } from '#lib/handoff/transfer-plan.ts'
import { toLongId } from '#demo/org/ids.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  gatewayTo,
  type OrgInProcess,
} from './org-in-process.ts'
import { anaSubmitting, ben, owner } from './submitting.ts'

export const ana = { userId: acmeUsers.ana, name: 'Ana Ferreira' }
export const mara = { userId: acmeUsers.mara, name: 'Mara Delacroix' }
const admin = '005Hs0000000AjcIAE'

/** The acme org with some switches turned, or its deals shared otherwise. */
export function acmeWith(
  switches: OrgSeedInput['org']['switches'],
  deals: 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' = 'Read',
): OrgSeedInput {
  const seed = acmeSeed()
  const { org } = seed
  return {
    ...seed,
    org: {
      ...org,
      switches: { ...org.switches, ...switches },
      sharing: { ...org.sharing, Opportunity: deals },
    },
  }
}

/** The acme org with so many people on the team of Brightwater. */
export function acmeWithTeamOf(count: number): OrgSeedInput {
  const { org, records, ...seed } = acmeSeed()
  const before = records?.['OpportunityTeamMember'] ?? []
  const has = before.filter((one) => one['OpportunityId'] === brightwater).length
  const numbers = Array.from({ length: count - has }, (_, at) => String(at).padStart(4, '0'))
  const id = (at: string) => toLongId(`005Hs000000${at}`)
  const users = numbers.map((at) => ({ id: id(at), username: `${at}@acme.example`, name: at }))
  const members = numbers.map((at) => ({
    OpportunityId: brightwater,
    UserId: id(at),
    OpportunityAccessLevel: 'Edit',
  }))
  return {
    ...seed,
    org: { ...org, users: [...(org.users ?? []), ...users] },
    records: { ...records, OpportunityTeamMember: [...before, ...members] },
  }
}

/** Brightwater, which Ana has handed over to Ben and Ben has accepted. */
export async function accepted(seed = acmeSeed()) {
  const { world, write } = await anaSubmitting(seed)
  const { handoffId } = await write()
  world.demo.as(acmeUsers.ana).update('Handoff__c', handoffId, { Status__c: 'Accepted' })
  const rows = (soql: string) => world.demo.as(admin).query(soql)
  return { world, handoffId, rows, as: (person: Person) => desk(world, handoffId, person) }
}

interface Choices {
  readonly place: 'Edit' | 'Read' | 'none'
  readonly takesActivities: boolean
  readonly team: 'now' | 'new-owner'
}

/** Somebody at a computer of their own, who looks and then changes the owner. */
function desk(world: OrgInProcess, handoffId: string, actor: Person) {
  const { gateway } = gatewayTo(world)
  const bound = { ...owner, userId: actor.userId }
  const look = async (toId: string) => {
    world.browser.signIn(actor.userId)
    await gateway.context(world.org, brightwater)
    const handoff = await gateway.handoff(world.org, handoffId)
    callsOf(world)
    const facts = await gateway.transfer(world.org, {
      handoffId,
      opportunityId: brightwater,
      toId,
    })
    return { handoff, facts, calls: callsOf(world) }
  }
  const changing = (facts: TransferFacts) => ({
    facts,
    actor,
    role: actor.userId === mara.userId ? ('manager' as const) : ('outgoing' as const),
    now: new Date(world.clock.now).toISOString(),
    reason: 'Ana is away',
  })
  const write = async (planned: Planned) => {
    world.browser.signIn(actor.userId)
    const plan = planOf(planned)
    callsOf(world)
    const written = await gateway.write(world.org, bound, plan)
    // Who is asked for anew each time somebody else signs in here.
    const calls = callsOf(world).filter((call) => !call.endsWith('/userinfo'))
    return { ...written, plan, calls }
  }
  const transferPlan = async (choices: Partial<Choices> = {}) => {
    const { handoff, facts } = await look(ben.userId)
    const chosen: Choices = { place: 'Edit', takesActivities: true, team: 'now', ...choices }
    return planTransfer(handoff, { ...changing(facts), fromId: facts.owner.userId, ...chosen })
  }
  return {
    gateway,
    bound,
    look,
    write,
    transferPlan,
    transfer: async (choices: Partial<Choices> = {}) => write(await transferPlan(choices)),
    putBack: async () => {
      const { handoff, facts } = await look(ben.userId)
      return write(planPutBack(handoff, changing(facts)))
    },
    undo: async (team: Choices['team'] = 'now') => {
      const { handoff, facts } = await look(ana.userId)
      return write(planUndo(handoff, { ...changing(facts), team }))
    },
  }
}

/** The plan of what was planned; a refusal fails the test with its reason. */
export function planOf(planned: Planned): Plan {
  if (planned.outcome === 'planned') return planned.plan
  throw new Error(planned.because)
}

const byName: Readonly<Record<string, string>> = {
  [ana.userId]: 'Ana',
  [ben.userId]: 'Ben',
  [mara.userId]: 'Mara',
}

type Rows = (soql: string) => readonly Readonly<Record<string, unknown>>[]

/** What can be seen of the deal from outside: whose it is, and what hangs on it. */
export function dealIn(rows: Rows) {
  const who = (row: Readonly<Record<string, unknown>> | undefined, field: string) =>
    byName[String(row?.[field])] ?? String(row?.[field])
  const deal = rows(`SELECT OwnerId FROM Opportunity WHERE Id = '${brightwater}'`)
  const on = `WhatId = '${brightwater}'`
  const open = rows(`SELECT OwnerId FROM Task WHERE ${on} AND IsClosed = false`)
  const [kickoff] = rows(`SELECT OwnerId FROM Event WHERE ${on} AND Subject LIKE 'Kickoff%'`)
  return {
    owner: who(deal[0], 'OwnerId'),
    tasks: [...new Set(open.map((row) => who(row, 'OwnerId')))],
    kickoff: who(kickoff, 'OwnerId'),
  }
}

/** The team of the deal, such as `Mara: Edit`. */
export function teamIn(rows: Rows): readonly string[] {
  const team = rows(
    `SELECT UserId, OpportunityAccessLevel FROM OpportunityTeamMember WHERE OpportunityId = '${brightwater}'`,
  )
  return team
    .map((row) => `${byName[String(row['UserId'])]}: ${String(row['OpportunityAccessLevel'])}`)
    .toSorted()
}
