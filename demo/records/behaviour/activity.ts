import { textOf } from '../text.ts'
import { dateIn } from '../datetime.ts'
import type { Row } from '../../soql/source.ts'
import type { Change, Writer } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** What tasks and events have in common: their account, and the flags they set on what they are about. */
export const activity: Behaviour = {
  prepare: ({ writer, after }) => ({ ...after, AccountId: accountOf(writer, after) }),
  settle: ({ writer, before, after }: Change) => {
    for (const id of new Set([before?.['WhatId'], after['WhatId']])) markParent(writer, id)
  },
  remove: (writer, row) => markParent(writer, row['WhatId'], row['Id']),
}

/** Sets `HasOpenActivity`, `HasOverdueTask` and `LastActivityDate` of a deal or account anew. */
export function markParent(writer: Writer, parentId: unknown, without?: unknown): void {
  if (typeof parentId !== 'string') return
  const { state } = writer
  const objectName = state.schema.objectOfPrefix(parentId.slice(0, 3)) ?? ''
  const names = new Set(state.schema.object(objectName)?.fields.map(({ name }) => name))
  if (!names.has('LastActivityDate')) return
  const kept = (name: string) =>
    state.store
      .table(name)
      .where('WhatId', parentId)
      .filter((row) => row['IsDeleted'] !== true && row['Id'] !== without)
  const flags = flagsOf(kept('Task'), kept('Event'), dateIn(state.file.timeZone, state.now()))
  const known = Object.entries(flags).filter(([name]) => names.has(name))
  writer.derive.update(objectName, { Id: parentId, ...Object.fromEntries(known) })
}

function flagsOf(tasks: readonly Row[], events: readonly Row[], today: string): Row {
  const open = tasks.filter((task) => task['IsClosed'] !== true)
  const past = [...tasks.filter((task) => task['IsClosed'] === true), ...events]
    .map(dayOf)
    .filter((day) => day !== '' && day <= today)
    .toSorted()
  return {
    HasOpenActivity: open.length > 0 || events.some((event) => dayOf(event) >= today),
    HasOverdueTask: open.some((task) => dayOf(task) !== '' && dayOf(task) < today),
    LastActivityDate: past.at(-1) ?? null,
  }
}

const dayOf = (row: Row): string =>
  textOf(row['ActivityDate'] ?? row['ActivityDateTime']).slice(0, 10)

function accountOf({ state }: Writer, { WhatId, WhoId }: Row): string | null {
  for (const id of [WhatId, WhoId]) {
    if (typeof id !== 'string') continue
    if (id.startsWith('001')) return id
    const objectName = state.schema.objectOfPrefix(id.slice(0, 3)) ?? ''
    const account = state.store.table(objectName).get(id)?.['AccountId']
    if (typeof account === 'string') return account
  }
  return null
}
