import * as z from 'zod/mini'
import type { Assessment } from './assessment.ts'
import { questionsOf } from './prefill.ts'
import type { Template } from './template.ts'

const texts = z.array(z.string())

/** What was reported to hold a handoff up: at which step, as that was called, for which cause, and in words. */
export const frictionSchema = z.object({
  step: z.string(),
  label: z.string(),
  cause: z.string(),
  words: z.prefault(z.string(), ''),
})
export type Friction = Readonly<z.infer<typeof frictionSchema>>

/** What entries of the log tell beside what happened, as far as templates and the process are improved by it. */
export const toldInLogSchema = z.object({
  /** The questions that were asked and left empty when it was sent. */
  blank: z.optional(texts),
  /** The sections with answers that the recipient had not marked as read when accepting. */
  unread: z.optional(texts),
  /** The question that had no answer, of which the new owner has said something since. */
  fills: z.optional(z.string()),
  friction: z.optional(frictionSchema),
})

/**
 * The questions that are asked and left empty: what hardly anybody answers may be one too many. Whether somebody keeps
 * notes of their own is told to nobody.
 */
export function blankIn(
  template: Template,
  { questions }: Pick<Assessment, 'questions'>,
): readonly string[] {
  return questionsOf(template).flatMap(({ key, tier }) => {
    const { asked = false, answered = false } = questions[key] ?? {}
    return asked && !answered && tier !== 'me' ? [key] : []
  })
}
