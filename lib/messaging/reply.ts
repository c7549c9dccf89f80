/** What comes back: the answer, or that the worker itself failed, which is a bug. */
export type ReplyMessage = { readonly answer: unknown } | { readonly failure: string }

/** Whether something is what the worker answers with; what it answers, the worker has parsed. */
export function isReplyMessage(message: unknown): message is ReplyMessage {
  if (typeof message !== 'object' || message === null) return false
  return 'answer' in message || ('failure' in message && typeof message.failure === 'string')
}
