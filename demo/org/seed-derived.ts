import { markParent } from '../records/behaviour/activity.ts'
import { putOwnerShare, shareTableOf } from '../records/behaviour/share.ts'
import { shareWithMember } from '../records/behaviour/team-member.ts'
import { writerFor } from '../records/writer-for.ts'
import type { Writer } from '../records/writer.ts'
import { systemUser } from './system-user.ts'
import type { OrgState } from './state.ts'

/** Puts what the org keeps about its seeded records: sharing rows and marks of activities. */
export function putDerived(state: OrgState): void {
  const writer = writerFor(state, systemUser(state))
  for (const describe of state.schema.objects()) {
    const table = shareTableOf(writer, describe)
    if (!table) continue
    const shares = state.store.table(table.name)
    for (const row of state.store.table(describe.name).all()) {
      const known = shares.where(table.parentField, row['Id'])
      if (!known.some((one) => one['RowCause'] === 'Owner')) putOwnerShare(writer, describe, row)
    }
  }
  shareWithTeams(writer)
  markParents(writer)
}

function shareWithTeams(writer: Writer): void {
  for (const parent of ['Opportunity', 'Account']) {
    for (const member of writer.state.store.table(`${parent}TeamMember`).all()) {
      shareWithMember(writer, parent, member)
    }
  }
}

function markParents(writer: Writer): void {
  const ids = new Set<unknown>()
  for (const name of ['Task', 'Event']) {
    for (const row of writer.state.store.table(name).all()) ids.add(row['WhatId'])
  }
  for (const id of ids) markParent(writer, id)
}
