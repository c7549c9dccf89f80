import * as z from 'zod/mini'

/** What was reported to hold a handoff up: at which step, as that was called, for which cause, and in words. */
export const frictionSchema = z.object({
  step: z.string(),
  label: z.string(),
  cause: z.string(),
  words: z.prefault(z.string(), ''),
})
export type Friction = Readonly<z.infer<typeof frictionSchema>>
