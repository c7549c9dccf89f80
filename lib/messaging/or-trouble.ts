import * as z from 'zod/mini'
import { troubleSchema } from './trouble.ts'

/** Either what was asked for, or the trouble that stood in the way. Never a thrown string. */
export const orTrouble = <T extends z.ZodMiniType>(value: T) =>
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('ok'), value }),
    z.object({ outcome: z.literal('trouble'), trouble: troubleSchema }),
  ])
