import type { Page } from '@playwright/test'
import type { Org } from '#demo/org/org.ts'
import { transferSnapshotSchema } from '#lib/handoff/transfer.ts'
import { askFrom } from './asking.ts'
import { ana, brightwater } from './cast.ts'
import { handoffs, rows } from './holdings.ts'

/** A change of owner, and the change back. */
export const changes = ['transfer', 'undo'] as const
export type Change = (typeof changes)[number]

const reason = 'Ana is away'

/** Looks at what the change would meet, as the panel does before it offers the button. */
export async function look(page: Page, handoffId: string, aim: Change): Promise<void> {
  await askFrom(page, 'transfer.look', { handoffId, aim })
}

/** Presses the button. */
export function press(page: Page, handoffId: string, aim: Change) {
  if (aim === 'undo') return askFrom(page, 'transfer.undo', { handoffId, team: 'now', reason })
  const how = { fromId: ana.id, place: 'Edit', takesActivities: true, team: 'now' } as const
  return askFrom(page, 'transfer.do', { handoffId, ...how, reason })
}

/** Everything of the deal that a change of owner touches, and whose the handoff says it is. */
export function dealIn(org: Org) {
  const deal = `'${brightwater.id}'`
  const all = (soql: string) => rows(org, soql).map((row) => textOf(row))
  return {
    owner: all(`SELECT OwnerId FROM Opportunity WHERE Id = ${deal}`),
    said: saidOwner(org),
    tasks: all(`SELECT Subject, OwnerId, IsClosed FROM Task WHERE WhatId = ${deal} ORDER BY Id`),
    events: all(`SELECT Subject, OwnerId FROM Event WHERE WhatId = ${deal} ORDER BY Id`),
    team: all(
      `SELECT UserId, TeamMemberRole, OpportunityAccessLevel FROM OpportunityTeamMember
        WHERE OpportunityId = ${deal} ORDER BY UserId`,
    ),
    shares: all(
      `SELECT UserOrGroupId, RowCause, OpportunityAccessLevel FROM OpportunityShare
        WHERE OpportunityId = ${deal} ORDER BY UserOrGroupId, RowCause`,
    ),
    contacts: all(
      `SELECT ContactId, Role FROM OpportunityContactRole WHERE OpportunityId = ${deal} ORDER BY Id`,
    ),
  }
}

function textOf(row: Readonly<Record<string, unknown>>): string {
  return Object.entries(row)
    .flatMap(([field, value]) => (field === 'attributes' ? [] : [`${field} ${String(value)}`]))
    .join(', ')
}

function saidOwner(org: Org): string {
  const written = handoffs(org)[0]?.['Transfer_Snapshot__c']
  if (typeof written !== 'string') return ana.name
  const { from, to, undone } = transferSnapshotSchema.parse(JSON.parse(written))
  return (undone ? from : to).name
}

/** How often the log says that the owner was changed, and changed back. */
export function timesIn(org: Org): Readonly<Record<Change, number>> {
  const log = rows(org, 'SELECT Kind__c FROM Handoff_Event__c').map((event) => event['Kind__c'])
  const count = (kind: string) => log.filter((each) => each === kind).length
  return { transfer: count('Transfer_Done'), undo: count('Transfer_Undone') }
}
