import * as z from 'zod/mini'

const place = z.number().check(z.nonnegative())

/** What makes one text another: `put` stands in the place of the characters from `from` up to but not including `to`. */
export const spliceSchema = z.object({ from: place, to: place, put: z.string() })
export type Splice = z.infer<typeof spliceSchema>
