import * as z from 'zod'
import type { FieldDescribe, ObjectDescribe } from './describe.ts'
import { field, lookup } from './field.ts'
import { childRelationship, identityFields, object } from './object.ts'

const picklistValueSchema = z.looseObject({
  active: z.boolean().default(true),
  defaultValue: z.boolean().default(false),
  label: z.string().nullish(),
  validFor: z.unknown().default(null),
  value: z.string(),
})

/** A field as the folder tells of it; what it leaves out is what fields of its type usually have. */
const fieldSchema = z
  .looseObject({
    name: z.string(),
    label: z.string().optional(),
    type: z.string(),
    length: z.number().optional(),
    nillable: z.boolean().optional(),
    createable: z.boolean().optional(),
    updateable: z.boolean().optional(),
    filterable: z.boolean().optional(),
    sortable: z.boolean().optional(),
    groupable: z.boolean().optional(),
    calculated: z.boolean().optional(),
    custom: z.boolean().optional(),
    unique: z.boolean().optional(),
    externalId: z.boolean().optional(),
    idLookup: z.boolean().optional(),
    defaultedOnCreate: z.boolean().optional(),
    restrictedPicklist: z.boolean().optional(),
    autoNumber: z.boolean().optional(),
    cascadeDelete: z.boolean().optional(),
    relationshipName: z.string().nullable().optional(),
    referenceTo: z.array(z.string()).readonly().optional(),
    picklistValues: z
      .array(picklistValueSchema.transform((one) => ({ ...one, label: one.label ?? one.value })))
      .readonly()
      .optional(),
  })
  .transform((given) => Object.assign({}, usualField(given), given))

interface Told {
  readonly name: string
  readonly type: string
  readonly length?: number | undefined
  readonly referenceTo?: readonly string[] | undefined
}

function usualField({ name, type, length, referenceTo = [] }: Told): FieldDescribe {
  const custom = name.endsWith('__c')
  const traits = { custom, ...(length === undefined ? {} : { length }) }
  if (type !== 'reference') return field(name, type, traits)
  const named = custom ? { relationshipName: name.replace(/__c$/, '__r') } : {}
  return lookup(name, referenceTo, { ...traits, ...named })
}

const childSchema = z
  .looseObject({
    childSObject: z.string(),
    field: z.string(),
    relationshipName: z.string().nullable().default(null),
    cascadeDelete: z.boolean().default(false),
  })
  .transform((given) => ({
    ...childRelationship(given.childSObject, field(given.field, 'reference'), null),
    ...given,
  }))

/** Every object has an id, whatever the describe of one of the org’s own leaves out. */
function withId(fields: readonly FieldDescribe[]): readonly FieldDescribe[] {
  const hasId = fields.some(({ type }) => type === 'id')
  return hasId ? fields : [...identityFields('Record').slice(0, 1), ...fields]
}

/** A describe answer as anyone may have saved it; keys it lacks get their usual value. */
export const objectDescribeSchema = z
  .looseObject({
    name: z.string(),
    label: z.string().optional(),
    labelPlural: z.string().optional(),
    keyPrefix: z.string().nullable().default(null),
    custom: z.boolean().optional(),
    queryable: z.boolean().default(true),
    createable: z.boolean().default(true),
    updateable: z.boolean().default(true),
    deletable: z.boolean().default(true),
    fields: z.array(fieldSchema).readonly(),
    childRelationships: z.array(childSchema).readonly().default([]),
  })
  .transform(({ label, labelPlural, ...told }) => {
    const custom = told.custom ?? /__(?:c|e|mdt)$/.test(told.name)
    const given = { ...told, custom, fields: custom ? withId(told.fields) : told.fields }
    const said = { ...(label ? { label } : {}), ...(labelPlural ? { labelPlural } : {}) }
    return { ...object({ ...given, ...said }), ...given, ...said }
  }) satisfies z.ZodType<ObjectDescribe>
