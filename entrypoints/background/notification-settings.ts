import {
  type NotificationSettings,
  notificationSettingsSchema,
} from '#lib/messaging/notification-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import { menuLater } from './menu-later.ts'
import type { Office } from './office.ts'

const subject = 'notifications'

/** What the user wants to be told of on this computer. */
export async function notificationSettings({ ports }: Office): Promise<NotificationSettings> {
  const stored = (await ports.settings.get(subject)) ?? {}
  const read = notificationSettingsSchema.safeParse(stored).data
  if (read) return read
  // Another version has stored it: what cannot be read may have been that nobody is to be named.
  const kept = Object.entries(stored).filter(([, value]) => typeof value === 'boolean')
  return notificationSettingsSchema.parse({ names: false, ...Object.fromEntries(kept) })
}

type NotificationRequest = 'notifications.read' | 'notifications.change'

/** What the worker answers about notifications. */
export function notificationAnswers(office: Office): Pick<Answering, NotificationRequest> {
  return {
    'notifications.read': () => notificationSettings(office),
    'notifications.change': async ({ change }) => {
      const changed = { ...(await notificationSettings(office)), ...change }
      await office.ports.settings.set(subject, changed)
      menuLater(office)
      return changed
    },
  }
}
