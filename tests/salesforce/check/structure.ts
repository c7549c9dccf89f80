import { ApiSchemas } from 'jsforce/lib/api/metadata/schema.js'
import * as z from 'zod'
import { all, type Element } from './element.ts'
import { enumerations } from './enumerations.ts'

const typesSchema = z.record(
  z.string(),
  z.object({
    extends: z.string().optional(),
    props: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
)

/** The Metadata API's own description of its types, as jsforce generated it from the WSDL. */
const types = typesSchema.parse(ApiSchemas)

interface Property {
  readonly type: string
  readonly repeats: boolean
  readonly optional: boolean
}

const propertiesByType = new Map<string, ReadonlyMap<string, Property>>()

function propertiesOf(type: string): ReadonlyMap<string, Property> {
  const known = propertiesByType.get(type) ?? readProperties(type)
  propertiesByType.set(type, known)
  return known
}

function readProperties(type: string): ReadonlyMap<string, Property> {
  const declared = types[type]
  if (!declared) return new Map()
  const own = Object.entries(declared.props).map(([name, value]): [string, Property] => {
    const repeats = typeof value !== 'string'
    const word = repeats ? (value[0] ?? '') : value
    return [name, { type: word.replace('?', ''), repeats, optional: repeats || word[0] === '?' }]
  })
  return new Map([...(declared.extends ? propertiesOf(declared.extends) : []), ...own])
}

const leaves: Readonly<Record<string, RegExp>> = {
  boolean: /^(true|false)$/,
  number: /^-?\d+(\.\d+)?$/,
  string: /^[^]*$/,
  any: /^[^]*$/,
}

function leafProblems(element: Element, type: string, owner: string): string[] {
  const allowed = enumerations[`${owner}.${element.name}`]
  if (element.children.length > 0) return [`${owner}.${element.name} holds text, not elements`]
  if (!leaves[type]?.test(element.text)) return [`${owner}.${element.name} is not a ${type}`]
  if (allowed && !allowed.has(element.text))
    return [`${owner}.${element.name} cannot be "${element.text}"`]
  return []
}

function childProblems(child: Element, owner: string, property?: Property): string[] {
  if (!property) return [`${owner} has no element ${child.name}`]
  if (leaves[property.type]) return leafProblems(child, property.type, owner)
  return structureProblems(child, property.type)
}

function countProblems(element: Element, type: string): string[] {
  return [...propertiesOf(type)].flatMap(([name, { optional, repeats }]) => {
    const count = all(element, name).length
    if (count === 0 && !optional) return [`${type} lacks ${name}`]
    if (count > 1 && !repeats) return [`${type} has ${name} more than once`]
    return []
  })
}

/** Returns what the Metadata API would not understand: unknown, missing or repeated elements and wrong values. */
export function structureProblems(element: Element, type: string): string[] {
  const properties = propertiesOf(type)
  if (properties.size === 0) return [`${type} is not a type of the Metadata API`]
  return [
    ...countProblems(element, type),
    ...element.children.flatMap((child) => childProblems(child, type, properties.get(child.name))),
  ]
}
