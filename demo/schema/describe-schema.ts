import * as z from 'zod'
import type { ObjectDescribe } from './describe.ts'

const picklistValueSchema = z.looseObject({
  active: z.boolean().default(true),
  defaultValue: z.boolean().default(false),
  label: z.string().nullish(),
  value: z.string(),
})

const fieldSchema = z.looseObject({
  name: z.string(),
  label: z.string().default(''),
  type: z.string(),
  length: z.number().default(0),
  nillable: z.boolean().default(true),
  createable: z.boolean().default(true),
  updateable: z.boolean().default(true),
  filterable: z.boolean().default(true),
  sortable: z.boolean().default(true),
  groupable: z.boolean().default(true),
  calculated: z.boolean().default(false),
  custom: z.boolean().default(false),
  unique: z.boolean().default(false),
  externalId: z.boolean().default(false),
  idLookup: z.boolean().default(false),
  defaultedOnCreate: z.boolean().default(false),
  restrictedPicklist: z.boolean().default(false),
  autoNumber: z.boolean().default(false),
  cascadeDelete: z.boolean().default(false),
  relationshipName: z.string().nullable().default(null),
  referenceTo: z.array(z.string()).default([]),
  picklistValues: z
    .array(picklistValueSchema.transform((one) => ({ ...one, label: one.label ?? one.value })))
    .default([]),
})

const childSchema = z.looseObject({
  childSObject: z.string(),
  field: z.string(),
  relationshipName: z.string().nullable().default(null),
  cascadeDelete: z.boolean().default(false),
})

/** A describe answer as anyone may have saved it; keys it lacks get their usual value. */
export const objectDescribeSchema = z.looseObject({
  name: z.string(),
  label: z.string().default(''),
  labelPlural: z.string().default(''),
  keyPrefix: z.string().nullable().default(null),
  custom: z.boolean().default(false),
  queryable: z.boolean().default(true),
  createable: z.boolean().default(true),
  updateable: z.boolean().default(true),
  deletable: z.boolean().default(true),
  fields: z.array(fieldSchema),
  childRelationships: z.array(childSchema).default([]),
}) satisfies z.ZodType<ObjectDescribe>
