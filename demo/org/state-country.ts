import { Buffer } from 'node:buffer'
import { textOf } from '../records/text.ts'
import type { ObjectDescribe, PicklistValue } from '../schema/describe.ts'
import { field } from '../schema/field.ts'
import { fieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import type { OrgSeed } from './seed.ts'

/** A state and the country it lies in, by their codes. */
interface State {
  readonly code: string
  readonly name: string
  readonly country: string
}

/** The states that an org offers beside every country there is; undefined where both are plain texts. */
export function statesOf({ org, records, describes }: OrgSeed): readonly State[] | undefined {
  const rows = Object.values(records).flat()
  const isTold = rows.some((row) => Object.keys(row).some((key) => CODE.test(key)))
  const isDescribed = describes.some(({ fields }) => fields.some(({ name }) => CODE.test(name)))
  if (!(org.switches.stateCountryPicklists ?? (isTold || isDescribed))) return undefined
  const states = rows.flatMap(statesIn)
  const isFirst = ({ code }: State, at: number) =>
    states.findIndex((other) => other.code === code) === at
  return states.filter(isFirst)
}

const PARTS = '(?:Billing|Shipping|PersonMailing|Mailing|Other)?'
const CODE = new RegExp(`^${PARTS}(?:State|Country)Code$`)
const NAMED = new RegExp(`^${PARTS}(?:State|Country)$`)

function statesIn(row: Row): State[] {
  return Object.keys(row)
    .filter((key) => CODE.test(key) && key.endsWith('StateCode'))
    .map((key) => {
      const before = key.replace(/StateCode$/, '')
      const [code, name] = [textOf(row[key]), textOf(row[`${before}State`])]
      return { code, name: name || code, country: textOf(row[`${before}CountryCode`]) }
    })
    .filter(({ code }) => code !== '')
}

const ADDRESSED: ReadonlySet<string> = new Set(['Account', 'Contact', 'Contract', 'Lead', 'User'])

/**
 * The object with a code beside each state and country.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/compound_fields_address.htm
 */
export function withCodes(
  states: readonly State[] | undefined,
  describe: ObjectDescribe,
): ObjectDescribe {
  if (!states || !ADDRESSED.has(describe.name)) return describe
  const fields = describe.fields.flatMap((one) => {
    const name = `${one.name}Code`
    if (!NAMED.test(one.name) || fieldOf(describe, name)) return [one]
    const label = `${one.label.replace(/\/Province$/, '')} Code`
    const { createable, updateable } = one
    const { compoundFieldName = null } = one
    const traits = { label, length: 10, createable, updateable, compoundFieldName }
    const listed = name.endsWith('StateCode')
      ? offeredStates(states, name)
      : { picklistValues: countries }
    return [one, field(name, 'picklist', { ...traits, restrictedPicklist: true, ...listed })]
  })
  return { ...describe, fields }
}

function offeredStates(states: readonly State[], name: string) {
  const picklistValues = states.map(({ code, name: label, country }) => {
    const at = countries.findIndex(({ value }) => value === country)
    return { active: true, defaultValue: false, label, validFor: bitAt(at), value: code }
  })
  const controllerName = name.replace(/StateCode$/, 'CountryCode')
  return { picklistValues, dependentPicklist: true, controllerName }
}

/** One bit for each country, of which one is set. */
function bitAt(place: number): string {
  const bytes = new Uint8Array(Math.ceil(countries.length / 8))
  if (place >= 0) bytes[Math.floor(place / 8)] = 128 >> (place % 8)
  return Buffer.from(bytes).toString('base64')
}

/** Codes with a name that stand for no country, or for one under another code. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(
  'AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ'.split(
    ' ',
  ),
)

/** Every country there is, by its name. */
const countries: readonly PicklistValue[] = allCountries()

function allCountries(): readonly PicklistValue[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at))
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NO_COUNTRIES.has(code))
    .map((value) => ({ value, label: names.of(value) ?? '' }))
    .filter(({ label }) => label !== '')
    .map((named) => Object.assign({ active: true, defaultValue: false, validFor: null }, named))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
