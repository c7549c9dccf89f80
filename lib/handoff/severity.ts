import * as z from 'zod/mini'

/** What a finding stands in the way of, the gravest first. */
export const severities = ['blocks-submit', 'blocks-accept', 'warns'] as const
export const severitySchema = z.enum(severities)
export type Severity = z.infer<typeof severitySchema>
