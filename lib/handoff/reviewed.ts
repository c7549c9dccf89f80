import * as z from 'zod/mini'
import { instantSchema } from './primitives.ts'
import type { Template } from './template.ts'

/** When the recipient has read each section, by the section's key: `Reviewed_Sections__c`. */
export const reviewedSchema = z.record(z.string(), instantSchema)
export type Reviewed = z.infer<typeof reviewedSchema>

/** How much of a handoff has been read. */
export interface Reading {
  readonly read: number
  readonly of: number
}

/** How many of the template's sections have been read; sections that the template lost do not count. */
export function readingOf({ sections }: Pick<Template, 'sections'>, reviewed: Reviewed): Reading {
  return { read: sections.filter(({ key }) => key in reviewed).length, of: sections.length }
}
