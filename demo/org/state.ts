import type { Store } from '../records/store.ts'
import type { Schema } from '../schema/schema.ts'
import type { Currency } from './currencies.ts'
import type { DuplicateRule, OrgFile, ValidationRule } from './seed.ts'
import type { Faults } from '../faults/faults.ts'
import type { RecordType } from './record-types.ts'
import type { Grants } from '../access/grants.ts'

/** What an org is made of; every part of the demo works on this. */
export interface OrgState {
  /** `org.json` as read; `file.switches` may be changed while the org runs. */
  readonly file: OrgFile
  /** Those an org with several has; none where it has but one. */
  readonly currencies: readonly Currency[]
  readonly schema: Schema
  readonly store: Store
  readonly grants: Grants
  /** Organisation-wide defaults of deployed objects, by object name. */
  readonly sharingModels: Map<string, string>
  /** Fields of deployed objects whose changes are kept in history, by object name. */
  readonly trackedFields: Map<string, readonly string[]>
  readonly recordTypes: RecordType[]
  readonly validationRules: ValidationRule[]
  readonly duplicateRules: DuplicateRule[]
  /** What the org is told to do wrong. */
  readonly faults: Pick<Faults, 'strikeLock'>
  /** The org's clock; faults may set it askew. */
  readonly now: () => Date
  /** A number from 0 up to 1, seeded by whoever made the org. */
  readonly random: () => number
  /** When the schema last changed: `Last-Modified` of describe answers. */
  readonly schemaChangedAt: () => Date
}
