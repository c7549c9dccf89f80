import { textOf } from '../text.ts'
import type { Row } from '../../soql/source.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** Where the team of a record stands. */
const TEAMS: Readonly<Record<string, string>> = {
  Opportunity: 'OpportunityTeamMember',
  Account: 'AccountTeamMember',
}

/**
 * What a change of owner by REST brings along: REST cannot send OwnerChangeOptions, so teams go and
 * activities stay, each by its switch.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_header_ownerchangeoptions.htm
 */
export const ownerChange: Behaviour = {
  settle: (change) => {
    if (!change.before || !changes(change, 'OwnerId')) return
    const { switches } = change.writer.state.file
    dropTeam(change, switches.ownerChangeDropsTeam)
    if (switches.ownerChangeMovesOpenActivities) moveOpenActivities(change)
  },
}

/** The new owner leaves the team in any case: owners are no members of it. */
function dropTeam(change: Change, dropsAll: boolean): void {
  const { writer, describe, after } = change
  const team = writer.state.schema.object(TEAMS[describe.name] ?? '')
  if (!team) return
  const members = writer.state.store.table(team.name).where(`${describe.name}Id`, after['Id'])
  for (const member of members) {
    if (dropsAll || member['UserId'] === after['OwnerId']) writer.derive.remove(team.name, member)
  }
}

function moveOpenActivities({ writer, before, after }: Change): void {
  const now = writer.state.now().toISOString()
  const isOpen = (name: string, row: Row) =>
    name === 'Task' ? row['IsClosed'] !== true : textOf(row['EndDateTime']) > now
  for (const name of ['Task', 'Event']) {
    const rows = writer.state.store
      .table(name)
      .where('WhatId', after['Id'])
      .filter((row) => row['IsDeleted'] !== true && row['OwnerId'] === before?.['OwnerId'])
      .filter((row) => isOpen(name, row))
    for (const row of rows) writer.derive.update(name, { ...row, OwnerId: after['OwnerId'] })
  }
}
