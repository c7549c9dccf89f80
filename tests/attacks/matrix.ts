import { readFileSync } from 'node:fs'
import * as z from 'zod'

const attackSchema = z.strictObject({
  row: z.string().regex(/^A\d+$/),
  attack: z.string(),
  expected: z.string(),
  /** The tests that try it: a file, and how their titles begin. */
  tried: z.array(z.tuple([z.string(), z.string()])).min(1),
})
export type Attack = z.infer<typeof attackSchema>

/** Every attack that is tried, what is expected of Segue, and by which tests. docs/security.md shows it. */
export const attacks: readonly Attack[] = z
  .array(attackSchema)
  .parse(JSON.parse(readFileSync('tests/attacks/matrix.json', 'utf8')))
