import * as z from 'zod/mini'
import { valuesItIsFor } from './controlled-values.ts'

const choiceSchema = z.object({
  active: z.boolean(),
  value: z.string(),
  label: z.nullable(z.string()),
  validFor: z.optional(z.nullable(z.string())),
})

const fieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  length: z.prefault(z.number(), 0),
  htmlFormatted: z.prefault(z.boolean(), false),
  createable: z.boolean(),
  updateable: z.boolean(),
  nillable: z.prefault(z.boolean(), true),
  defaultedOnCreate: z.prefault(z.boolean(), true),
  picklistValues: z.prefault(z.array(choiceSchema), []),
  relationshipName: z.prefault(z.nullable(z.string()), null),
  referenceTo: z.prefault(z.array(z.string()), []),
  controllerName: z.optional(z.nullable(z.string())),
})
type Described = z.infer<typeof fieldSchema>

const describeSchema = z.object({
  name: z.string(),
  label: z.string(),
  createable: z.boolean(),
  updateable: z.boolean(),
  fields: z.array(fieldSchema),
  childRelationships: z.prefault(
    z.array(z.object({ relationshipName: z.nullable(z.string()) })),
    [],
  ),
})

/** A choice of a picklist. */
export const optionSchema = z.object({
  value: z.string(),
  label: z.string(),
  /** The values of the controlling field that it is offered for, where another field of the object decides that. */
  when: z.optional(z.object({ field: z.string(), values: z.array(z.string()) })),
})

/** What describe says of an object, as far as it is used here. A hidden field is absent. */
export const shapeSchema = z.object({
  object: z.string(),
  label: z.string(),
  createable: z.boolean(),
  updateable: z.boolean(),
  fields: z.record(
    z.string(),
    z.object({
      label: z.string(),
      type: z.string(),
      length: z.number(),
      createable: z.boolean(),
      updateable: z.boolean(),
      options: z.array(optionSchema),
      /** Nothing can be made without it. Absent in what an older version has kept. */
      required: z.optional(z.boolean()),
      /** What it holds is HTML: a rich text, or a formula that gives a link. */
      isHtml: z.optional(z.boolean()),
      /** What leads to the user in a field of the org's own, such as `Engineer__r`. */
      user: z.optional(z.string()),
    }),
  ),
  /** Names of the child relationships that a query may ask for. */
  children: z.array(z.string()),
})
export type Shape = z.infer<typeof shapeSchema>

/** A describe call's answer in our shape. Null when it is none. */
export function shapeOf(answer: unknown): Shape | null {
  const described = describeSchema.safeParse(answer)
  if (!described.success) return null
  const { name, label, createable, updateable, fields, childRelationships } = described.data
  return {
    object: name,
    label,
    createable,
    updateable,
    fields: Object.fromEntries(fields.map((each) => [each.name, fieldOf(each, fields)])),
    children: childRelationships.flatMap(({ relationshipName }) => relationshipName ?? []),
  }
}

function fieldOf(described: Described, all: readonly Described[]): Shape['fields'][string] {
  const { label, type, length, createable, updateable, referenceTo } = described
  const options = optionsOf(described, all)
  const required = createable && !described.nillable && !described.defaultedOnCreate
  const user = referenceTo.join() === 'User' && described.relationshipName
  return {
    label,
    type,
    length,
    createable,
    updateable,
    options,
    ...(required && { required }),
    ...(described.htmlFormatted && { isHtml: true }),
    ...(user && user.endsWith('__r') && { user }),
  }
}

function optionsOf({ picklistValues, controllerName }: Described, all: readonly Described[]) {
  const controller = all.find(({ name }) => name === controllerName)
  return picklistValues.filter(({ active }) => active).map((choice) => optionOf(choice, controller))
}

function optionOf(
  { value, label, validFor }: z.infer<typeof choiceSchema>,
  controller: Described | undefined,
) {
  const option = { value, label: label ?? value }
  if (!controller || !validFor) return option
  return {
    ...option,
    when: { field: controller.name, values: valuesItIsFor(validFor, controller) },
  }
}

/** The shapes of one user in one org, by object. An object is absent until it was described. */
export type Shapes = Readonly<Record<string, Shape>>

/** A shape as it was last read; null when the object does not exist for this user. */
export const rememberedShapeSchema = z.object({
  object: z.string(),
  /** As the `Last-Modified` header said; empty without one. */
  lastModified: z.string(),
  shape: shapeSchema,
})
export type RememberedShape = z.infer<typeof rememberedShapeSchema>

/** Labels by field path, such as `Opportunity.StageName`. */
export function labelsIn(shapes: Shapes): Record<string, string> {
  return Object.fromEntries(pathsIn(shapes).map(([path, { label }]) => [path, label]))
}

/** Picklist choices by field path, of fields that have any. */
export function picklistsIn(shapes: Shapes): Record<string, z.infer<typeof optionSchema>[]> {
  return Object.fromEntries(
    pathsIn(shapes).flatMap(([path, { options }]) => (options.length > 0 ? [[path, options]] : [])),
  )
}

/** The most characters a text field holds, by field path. */
export function lengthsIn(shapes: Shapes): Record<string, number> {
  return Object.fromEntries(
    pathsIn(shapes).flatMap(([path, { type, length }]) =>
      texts.has(type) && length > 0 ? [[path, length]] : [],
    ),
  )
}

const objectsOfDeal: ReadonlySet<string> = new Set(['Opportunity', 'Account', 'Contract'])

/** Types of the fields of the deal and what stands beside it, by path; a `lookup` leads to something else than users. */
export function typesIn(shapes: Shapes): Record<string, string> {
  return Object.fromEntries(
    pathsOfDeal(shapes).map(([path, { type, user }]) => {
      const isOfUsers = user !== undefined || path.endsWith('.OwnerId')
      return [path, type === 'reference' && !isOfUsers ? 'lookup' : type]
    }),
  )
}

/** Paths of the fields of the deal and what stands beside it that this user may not change. */
export function lockedIn(shapes: Shapes): string[] {
  return pathsOfDeal(shapes).flatMap(([path, { updateable }]) => (updateable ? [] : [path]))
}

/** Paths of the fields of the deal and what stands beside it that hold amounts of money. */
export function amountsIn(shapes: Shapes): string[] {
  return pathsOfDeal(shapes).flatMap(([path, { type }]) => (type === 'currency' ? [path] : []))
}

const texts: ReadonlySet<string> = new Set(['string', 'textarea', 'url', 'email', 'phone'])

const pathsOfDeal = (shapes: Shapes) =>
  pathsIn(shapes).filter(([path]) => objectsOfDeal.has(path.split('.')[0] ?? ''))

function pathsIn(shapes: Shapes) {
  return Object.values(shapes).flatMap(({ object, fields }) =>
    Object.entries(fields).map(([name, described]) => [`${object}.${name}`, described] as const),
  )
}
