import type { FieldDescribe, ObjectDescribe } from '../../schema/describe.ts'
import { fieldOf } from '../../schema/schema.ts'
import { refuse } from '../refusal.ts'
import type { Row } from '../../soql/source.ts'
import { textOf } from '../text.ts'
import type { Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** Where states and countries are picklists, the name of one and its code go together. */
export const stateCountry: Behaviour = {
  prepare: (change) => {
    const { describe, after, given } = change
    const pairs = pairsOf(describe).filter((pair) => pair.some(({ name }) => given.has(name)))
    return Object.assign({}, after, ...pairs.map((pair) => together(change, pair)))
  },
  check: ({ describe, after }) => {
    for (const [named, coded] of pairsOf(describe)) {
      const isNone = textOf(after[named.name] ?? '') !== '' && !entryOf(coded, after[named.name])
      if (isNone) throw unknown(named)
    }
  },
}

/** The code counts where it is given; a name that is none stays, and is refused. */
function together({ after, given }: Change, [named, coded]: Pair): Row {
  const isByCode = given.has(coded.name)
  const entry = entryOf(coded, after[isByCode ? coded.name : named.name])
  const name = entry?.label ?? (isByCode ? null : after[named.name])
  return { [named.name]: name, [coded.name]: entry?.value ?? null }
}

function unknown({ name, label }: FieldDescribe) {
  const isState = name.endsWith('State')
  const what = isState ? 'state' : 'country'
  const which = isState
    ? 'a state from the list of valid states'
    : 'a country/territory from the list of valid countries'
  const message = `There's a problem with this ${what}, even though it may appear correct. Please select ${which}.: ${label}`
  return refuse('FIELD_INTEGRITY_EXCEPTION', message, [name])
}

type Pair = readonly [FieldDescribe, FieldDescribe]

/** Each state and country with its code. */
function pairsOf(describe: ObjectDescribe): readonly Pair[] {
  return describe.fields.flatMap((coded) => {
    if (coded.custom || coded.type !== 'picklist' || !/(?:State|Country)Code$/.test(coded.name))
      return []
    const named = fieldOf(describe, coded.name.replace(/Code$/, ''))
    return named ? [[named, coded] as const] : []
  })
}

function entryOf({ picklistValues }: FieldDescribe, given: unknown) {
  const text = textOf(given ?? '').toLowerCase()
  return picklistValues.find(({ value, label }) =>
    [value, label].some((one) => one.toLowerCase() === text),
  )
}
