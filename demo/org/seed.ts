import * as z from 'zod'
import { isUnderstood } from './is-understood.ts'
import { languageTag } from './language-tag.ts'
import { isSharingModel } from '../access/levels.ts'
import { appSchema } from '../auth/client-apps.ts'
import { OLDEST_VERSION } from '../rest/versions.ts'
import { objectDescribeSchema } from '../schema/describe-schema.ts'
import { isId, toLongId } from './ids.ts'
import { switchesSchema } from './switches.ts'

/** An id of one object, by its key prefix, in either length. */
const idOf = (prefix: string, otherwise: string) =>
  z
    .string()
    .refine((id) => id.startsWith(prefix) && isId(id), { error: otherwise })
    .transform(toLongId)

const userIdSchema = idOf('005', 'expected an id of a user, which begins with 005')
const orgIdSchema = idOf('00D', 'expected an id of an org, which begins with 00D')
const myDomainSchema = z
  .string()
  .transform((name) => name.toLowerCase())
  .refine((name) => /^[a-z0-9-]+(\.[a-z]+)?$/.test(name), {
    error: 'expected a My Domain without its address, such as acme or acme--uat',
  })
const namespaceSchema = z
  .string()
  .refine((name) => /^[a-z]\w*$/i.test(name), { error: 'expected a namespace such as acme' })

/** A text that `read` understands; it throws a RangeError on any other. */
const understoodBy = (read: (text: string) => unknown, otherwise: string) =>
  z.string().refine((text) => isUnderstood(read, text), { error: otherwise })

const timeZoneSchema = understoodBy(
  (timeZone) => new Intl.DateTimeFormat('en', { timeZone }),
  'expected a time zone such as Europe/Paris',
)
const localeSchema = understoodBy(languageTag, 'expected a locale such as en_GB')
const currencySchema = understoodBy(
  (currency) => new Intl.NumberFormat('en', { style: 'currency', currency }),
  'expected a currency such as EUR',
)
// https://help.salesforce.com/s/articleView?id=xcloud.extend_code_cors.htm
const originSchema = z
  .string()
  .refine(
    (origin) =>
      /^(https:\/\/(\*\.)?[^\s/*]+|http:\/\/localhost(:\d+)?|[a-z]+-extension:\/\/[^\s/*]+)$/i.test(
        origin,
      ),
    { error: 'expected an origin such as https://app.example.com or https://*.example.com' },
  )
const sharingSchema = z
  .string()
  .refine(isSharingModel, { error: 'expected Private, Read, ReadWrite or ControlledByParent' })
const versionSchema = z
  .union([z.string(), z.number()])
  .transform((version) => Number(version).toFixed(1))
  .refine((version) => /^\d+\.\d$/.test(version) && Number(version) >= OLDEST_VERSION, {
    error: `expected an API version such as 67.0; the oldest is ${OLDEST_VERSION}.0`,
  })

const right = z.boolean().optional()
const objectPermissionSchema = z.looseObject({
  object: z.string(),
  allowCreate: right,
  allowDelete: right,
  allowEdit: right,
  allowRead: right,
  modifyAllRecords: right,
  viewAllRecords: right,
})
const fieldPermissionSchema = z.looseObject({ field: z.string(), editable: right, readable: right })
const recordTypeVisibilitySchema = z.looseObject({
  /** Object and API name, such as `Opportunity.Renewal`. */
  recordType: z.string(),
  visible: right,
  default: right,
})
const permissionsSchema = {
  recordTypeVisibilities: z.array(recordTypeVisibilitySchema).default([]),
  objectPermissions: z.array(objectPermissionSchema).default([]),
  fieldPermissions: z.array(fieldPermissionSchema).default([]),
  userPermissions: z.array(z.string()).default([]),
}
const profileSchema = z.looseObject({ name: z.string(), ...permissionsSchema })
const permissionSetSchema = profileSchema.extend({ label: z.string().optional() })

/** What a folder that says nothing of permission sets gives its people: what the package is deployed for. */
const usualSets = ['Segue_User']

const userSchema = z.looseObject({
  id: userIdSchema,
  username: z.string(),
  name: z.string(),
  email: z.string().optional(),
  manager: z.string().nullish(),
  active: z.boolean().default(true),
  permissionSets: z.array(z.string()).default(usualSets),
  timeZone: timeZoneSchema.optional(),
  locale: localeSchema.optional(),
  /** Of new records, where the org has several currencies; the org's own when left out. */
  currency: currencySchema.optional(),
  /** False: a profile without "API Enabled", which the REST API refuses. */
  apiEnabled: z.boolean().default(true),
  profile: z.string().optional(),
  role: z.string().nullish(),
  isAdmin: z.boolean().optional(),
  roleId: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  alias: z.string().nullish(),
  title: z.string().nullish(),
  department: z.string().nullish(),
  phone: z.string().nullish(),
  language: z.string().nullish(),
})

/** Refuses what has a key that another of its kind has; ids and prefixes tell small letters from capitals. */
const eachWithOwn =
  (key: 'id' | 'keyPrefix' | 'name' | 'username', message: string) =>
  (all: readonly Readonly<Record<string, unknown>>[], context: z.RefinementCtx) => {
    const isName = key === 'name' || key === 'username'
    const keys = all.map((one) => (isName ? String(one[key]).toLowerCase() : one[key]))
    for (const [at, value] of keys.entries()) {
      if (value === undefined || value === null || keys.indexOf(value) === at) continue
      context.addIssue({ code: 'custom', path: [at, key], message })
    }
  }

/** What `org.json` says; keys it does not know pass through. */
const orgFileSchema = z.looseObject({
  name: z.string().default('Demo'),
  myDomain: myDomainSchema,
  orgId: orgIdSchema.default('00DHu0000000001MAA'),
  apiVersion: versionSchema.default('67.0'),
  fiscalYearStart: z.number().int().min(1).max(12).default(1),
  currency: currencySchema.default('USD'),
  /** The namespace under which the package is installed; null for none. */
  packageNamespace: namespaceSchema.nullable().default(null),
  timeZone: timeZoneSchema.default('America/Los_Angeles'),
  locale: localeSchema.default('en_US'),
  /** The day for which the folder's dates were written. */
  relativeTo: z.iso.date().optional(),
  isSandbox: z.boolean().optional(),
  switches: switchesSchema.prefault({}),
  users: z
    .array(userSchema)
    .superRefine(eachWithOwn('id', 'another user has this id'))
    .superRefine(eachWithOwn('username', 'another user has this user name'))
    .default([]),
  /** Organisation-wide defaults by object: Private, Read, ReadWrite or ControlledByParent. */
  sharing: z.record(z.string(), sharingSchema).default({}),
  profiles: z.array(profileSchema).default([]),
  /** Origins whose pages may read what the API answers: `https://app.example.com`, `https://*.example.com`. */
  corsAllowlist: z.array(originSchema).default([]),
  /** Who may ask for access by OAuth; without it anybody may. */
  externalClientApps: z.array(appSchema).readonly().optional(),
  permissionSets: z.array(permissionSetSchema).default([]),
  /** Texts that formulas read as `$Label.Name`. */
  customLabels: z.record(z.string(), z.string()).default({}),
})

/** One rule of `validation-rules.json`: a true formula refuses the save. */
const validationRuleSchema = z.looseObject({
  object: z.string(),
  formula: z.string(),
  message: z.string(),
  field: z.string().nullish(),
  name: z.string().optional(),
  active: z.boolean().default(true),
})

/** One rule of `duplicate-rules.json`: records that agree in all the fields are duplicates. */
const duplicateRuleSchema = z.looseObject({
  object: z.string(),
  fields: z.array(z.string()).min(1),
  message: z.string().default('Use one of these records?'),
  name: z.string().default('Standard_Duplicate_Rule'),
  /** The matching rule that answers name; the duplicate rule's own name when left out. */
  matchingRule: z.string().optional(),
  /** False: the rule blocks, and no header lets a duplicate pass. */
  allowSave: z.boolean().default(true),
  active: z.boolean().default(true),
})

/** One record type of `record-types.json`; it offers all values of the picklists it leaves out. */
const recordTypeSchema = z.looseObject({
  object: z.string(),
  name: z.string(),
  developerName: z.string().optional(),
  id: idOf('012', 'expected an id of a record type, which begins with 012').optional(),
  active: z.boolean().default(true),
  /** What a record gets whose caller names no record type. */
  isDefault: z.boolean().default(false),
  picklistValues: z.record(z.string(), z.array(z.string())).default({}),
})

/** A record; of its fields only the id has to be a text before the org knows its objects. */
const rowSchema = z
  .record(z.string(), z.unknown())
  .refine((row) => typeof (row['Id'] ?? '') === 'string', {
    path: ['Id'],
    error: 'expected an id of 15 or 18 characters',
  })

/** Everything an org starts from, read and checked. */
export const orgSeedSchema = z.object({
  org: orgFileSchema,
  describes: z
    .array(objectDescribeSchema)
    .superRefine(eachWithOwn('name', 'another file describes this object'))
    .superRefine(eachWithOwn('keyPrefix', 'another object has this key prefix'))
    .default([]),
  records: z.record(z.string(), z.array(rowSchema)).default({}),
  validationRules: z.array(validationRuleSchema).default([]),
  recordTypes: z
    .array(recordTypeSchema)
    .superRefine(eachWithOwn('id', 'another record type has this id'))
    .default([]),
  duplicateRules: z.array(duplicateRuleSchema).default([]),
  /** Metadata files to deploy before anyone signs in: path → text. */
  metadata: z.record(z.string(), z.string()).default({}),
})

export type OrgFile = z.infer<typeof orgFileSchema>
export type OrgUser = z.infer<typeof userSchema>
export type ValidationRule = z.infer<typeof validationRuleSchema>
export type DuplicateRule = z.infer<typeof duplicateRuleSchema>
export type OrgSeed = z.infer<typeof orgSeedSchema>
/** A seed as a test writes it, with only what matters to it. */
export type OrgSeedInput = z.input<typeof orgSeedSchema>
