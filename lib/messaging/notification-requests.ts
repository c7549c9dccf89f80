import * as z from 'zod/mini'

const on = z.prefault(z.boolean(), true)

/** Of what a user is told while no page of ours is open. */
export const notificationSettingsSchema = z.object({
  handoff: on,
  question: on,
  due: on,
  escalation: on,
  decision: on,
  /** That a selection was added; that it was not is told in any case. */
  captured: on,
  /** Whether deals and people are named: a notification may be seen by others. */
  names: on,
})
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>

const optional = z.exactOptional(z.boolean())

/** What a surface may ask about notifications. */
export const notificationRequests = {
  'notifications.read': { params: z.object({}), answer: notificationSettingsSchema },
  'notifications.change': {
    params: z.object({
      change: z.object({
        handoff: optional,
        question: optional,
        due: optional,
        escalation: optional,
        decision: optional,
        captured: optional,
        names: optional,
      }),
    }),
    answer: notificationSettingsSchema,
  },
} as const
