/** What a finding stands in the way of, the gravest first. */
export const severities = ['blocks-submit', 'blocks-accept', 'warns'] as const
export type Severity = (typeof severities)[number]
