import { noGrants } from '../access/grants.ts'
import { deploy } from '../metadata/deploy.ts'
import { freeKeyPrefix } from '../metadata/key-prefix.ts'
import { underNamespace } from '../metadata/under-namespace.ts'
import { createStore } from '../records/store.ts'
import { attachableOf, makeAttachable } from '../schema/attachable.ts'
import { usualChildNames } from '../schema/child-names.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { createSchema, type Schema } from '../schema/schema.ts'
import type { StandardObject } from '../standard/standard-object.ts'
import { standardObjects } from '../standard/standard-objects.ts'
import { currenciesOf, putCurrencies, withCurrency } from './currencies.ts'
import { isId } from './ids.ts'
import { putRules } from './folder-rules.ts'
import { hasPersonAccounts, withPersonFields } from './person-accounts.ts'
import { statesOf, withCodes } from './state-country.ts'
import { putPersonContacts } from './seed-persons.ts'
import { putOrgGrants } from './seed-grants.ts'
import { putRecordTypes } from './record-types.ts'
import { putDerived } from './seed-derived.ts'
import { putRecords } from './seed-records.ts'
import { putPeople } from './seed-people.ts'
import type { OrgSeed } from './seed.ts'
import type { OrgState } from './state.ts'

/** What an org takes from outside: its clock and its chance. */
export interface OrgPorts {
  readonly now: () => Date
  /** A number from 0 up to 1. */
  readonly random: () => number
}

const asGiven = (given: ObjectDescribe) => given

/** The state an org begins with: objects, package, people, then records. */
export function createState(seed: OrgSeed, ports: OrgPorts & Pick<OrgState, 'faults'>): OrgState {
  const currencies = currenciesOf(seed)
  const states = statesOf(seed)
  const withPeople = hasPersonAccounts(seed) ? withPersonFields : asGiven
  const schema = createSchema((given) =>
    withCurrency(currencies, withCodes(states, withPeople(given))),
  )
  const state: OrgState = {
    file: seed.org,
    currencies,
    schema,
    store: createStore(),
    grants: noGrants(),
    sharingModels: new Map(),
    trackedFields: new Map(),
    recordTypes: [],
    validationRules: [],
    duplicateRules: [],
    now: ports.now,
    faults: ports.faults,
    random: ports.random,
    schemaChangedAt: changeTimeOf(schema, ports.now),
  }
  putObjects(state, seed)
  putPeople(state, seed)
  if (seed.org.switches.packageInstalled) installPackage(state, seed)
  putRecordTypes(state, seed)
  putRules(state, seed)
  putOrgGrants(state, seed.org)
  putRecords(state, seed)
  putCurrencies(state)
  putPersonContacts(state)
  putDerived(state)
  return state
}

function installPackage(
  state: OrgState,
  { org: { packageNamespace: namespace }, metadata }: OrgSeed,
) {
  if (namespace === null) deploy(state, metadata)
  else deploy(state, underNamespace(metadata, namespace), { namespace })
}

/** When the schema was last seen to have changed; at first, when the org was made. */
function changeTimeOf(schema: Schema, now: () => Date): () => Date {
  let seen = { revision: -1, at: now() }
  return () => {
    const revision = schema.revision()
    if (revision !== seen.revision) seen = { revision, at: seen.revision < 0 ? seen.at : now() }
    return seen.at
  }
}

function putObjects(state: OrgState, seed: OrgSeed): void {
  const { schema } = state
  const describes = seed.describes.map((described) => ({
    ...described,
    keyPrefix: described.keyPrefix ?? prefixOfRecords(seed, described),
  }))
  for (const { describe, children, needs } of standardObjects()) {
    if (needs === undefined || isOn(state, seed, needs)) schema.put(describe, children)
  }
  const givenFirst = describes.toSorted((a, b) => Number(!a.keyPrefix) - Number(!b.keyPrefix))
  for (const described of givenFirst) {
    const describe = {
      ...described,
      keyPrefix: described.keyPrefix ?? usualPrefix(schema, described),
    }
    schema.put(describe)
    if (describe.custom) makeAttachable(schema, describe.name, attachableOf(describe))
  }
  for (const { name, custom } of givenFirst) {
    const describe = schema.object(name)
    if (custom && describe) schema.put(describe, usualChildNames(schema, describe))
  }
}

/** What the ids of a custom object's records begin with, as they came from another org; never as a standard one's. */
function prefixOfRecords({ records }: OrgSeed, { name, custom }: OrgSeed['describes'][number]) {
  const id = custom ? records[name]?.map(({ Id }) => Id).find(isId) : undefined
  return /^[aem]\w\w/.exec(id ?? '')?.[0] ?? null
}

/** What the object has in every org; the org gives one of its own to a custom object. */
function usualPrefix(schema: Schema, { name, custom }: OrgSeed['describes'][number]) {
  return custom ? freeKeyPrefix(schema) : (schema.object(name)?.keyPrefix ?? null)
}

type Need = NonNullable<StandardObject['needs']>

function isOn({ file, currencies }: OrgState, { records }: OrgSeed, name: Need): boolean {
  const { teamSelling, chatter, notes, accountTeams, datedExchangeRates } = file.switches
  const hasSeveral = currencies.length > 0
  const hasRates = datedExchangeRates ?? 'DatedConversionRate' in records
  const on: Readonly<Record<Need, boolean>> = {
    teamSelling,
    chatter,
    notes,
    accountTeams: accountTeams ?? teamSelling,
    multiCurrency: hasSeveral,
    datedExchangeRates: hasSeveral && hasRates,
  }
  return on[name]
}
