import * as z from 'zod/mini'

/** What comes back: the answer, or that the worker itself failed, which is a bug. */
export const replyMessageSchema = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ failure: z.string() }),
])
export type ReplyMessage = z.infer<typeof replyMessageSchema>
