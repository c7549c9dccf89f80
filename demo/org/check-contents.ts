import { behaviourOf } from '../records/behaviours.ts'
import { checkRequired, checkUnique } from '../records/checks.ts'
import { Refusal } from '../records/refusal.ts'
import { writerFor } from '../records/writer-for.ts'
import type { Change } from '../records/writer.ts'
import { baseOf, readSeed, seedChange } from './seed-records.ts'
import type { OrgSeed } from './seed.ts'
import type { OrgState } from './state.ts'
import { systemUser } from './system-user.ts'

/** Warns of records that no org would have taken: without what they need, with the key of another, contradicting themselves. */
export function checkContents(state: OrgState, { records }: OrgSeed): void {
  const writer = writerFor(state, systemUser(state))
  for (const [file, rows] of Object.entries(records)) {
    const describe = state.schema.object(file)
    if (!describe) continue
    const base = baseOf(writer, describe)
    const told = rows.flatMap((row, at) => {
      const values = readSeed(describe, row)
      const known = state.store.table(describe.name).get(String(values['Id'])) ?? base
      const change = seedChange(writer, describe, { values, base: known })
      return reasonsAgainst(change).map((why) => `${at}: ${why}`)
    })
    const [first] = told
    if (first === undefined) continue
    const others = told.length > 1 ? ` It is one of ${told.length} such faults of the file.` : ''
    process.emitWarning(`records/${file}, ${first}, which no org would take.${others}`)
  }
}

/** Whoever owns a record may have gone after it was saved; where lookups lead is told elsewhere. */
const LET_BE: ReadonlySet<string> = new Set([
  'INACTIVE_OWNER_OR_USER',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'INVALID_CROSS_REFERENCE_KEY',
])

function reasonsAgainst(change: Change): readonly string[] {
  const { prepare, check } = behaviourOf(change.describe)
  const tests = [
    () => check?.({ ...change, after: prepare?.(change) ?? change.after }),
    () => checkRequired(change),
    () => checkUnique(change),
  ]
  return tests.flatMap(refusalOf)
}

function refusalOf(test: () => void): readonly string[] {
  try {
    test()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reasons = error.entries.filter(({ errorCode }) => !LET_BE.has(errorCode))
    return reasons.map(({ message }) => message)
  }
}
