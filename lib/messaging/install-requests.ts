import * as z from 'zod/mini'
import { personSchema, recordIdSchema } from '#lib/handoff/primitives.ts'
import { deploymentSchema } from '#lib/salesforce/deployment.ts'
import { nameSettingsSchema } from '#lib/salesforce/names.ts'
import { namesRuleSchema } from '#lib/salesforce/org-names.ts'
import { orgFactsSchema } from '#lib/salesforce/org-facts.ts'
import { permissionSets } from '#lib/salesforce/permission-sets.ts'
import { orTrouble } from './or-trouble.ts'

/** What a surface may ask about the org's health, and about setting it up. */
export const installRequests = {
  /** What the org offers this user; the surface says what is right and wrong with it. */
  'doctor.read': {
    params: z.object({}),
    answer: orTrouble(z.extend(orgFactsSchema, { names: nameSettingsSchema })),
  },
  /** How Segue's objects are called in the org. */
  'install.names': {
    params: z.object({}),
    answer: orTrouble(z.extend(namesRuleSchema, { host: z.string() })),
  },
  /**
   * Says how they are called; null: as they are found. Changes nothing while it is unknown of handoffs whether
   * they have arrived, and answers how many these are: they have to be looked for under the names they were sent to.
   */
  'install.name': {
    params: z.strictObject({ names: z.nullable(nameSettingsSchema) }),
    answer: orTrouble(z.object({ underway: z.number() })),
  },
  /** Hands the package to the org: only to try, or for good. */
  'install.begin': {
    params: z.strictObject({ mode: z.enum(['try', 'deploy']) }),
    answer: orTrouble(deploymentSchema),
  },
  'install.read': {
    params: z.strictObject({ id: z.string().check(z.regex(/^0Af[a-zA-Z0-9]{12,15}$/)) }),
    answer: orTrouble(deploymentSchema),
  },
  'install.people': {
    params: z.strictObject({ text: z.string() }),
    answer: orTrouble(z.array(z.extend(personSchema, { title: z.string(), email: z.string() }))),
  },
  /** Gives a permission set to users; says for each who has not got it why. */
  'install.assign': {
    params: z.strictObject({
      set: z.enum(permissionSets),
      userIds: z.array(recordIdSchema).check(z.minLength(1), z.maxLength(200)),
    }),
    answer: orTrouble(z.array(z.object({ userId: z.string(), problem: z.nullable(z.string()) }))),
  },
} as const
