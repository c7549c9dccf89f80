import * as z from 'zod/mini'
import { instantSchema } from './primitives.ts'

/** When the recipient has read each section, by the section's key: `Reviewed_Sections__c`. */
export const reviewedSchema = z.record(z.string(), instantSchema)
export type Reviewed = z.infer<typeof reviewedSchema>
