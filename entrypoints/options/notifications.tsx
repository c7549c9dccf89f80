import { useQuery } from '@tanstack/react-query'
import { ask, queries } from '#components/hooks/segue.ts'
import {
  NotificationsView,
  type Told,
  type ToldKey,
} from '#components/options/notifications-view.tsx'

const key = ['notifications'] as const

/** Which notifications are shown. */
export function Notifications() {
  const { data } = useQuery({ queryKey: key, queryFn: () => ask('notifications.read', {}) })
  if (data === undefined) return <p>Looking at this computer…</p>
  const change = async (changed: ToldKey, isOn: boolean) => {
    queries.setQueryData<Told>(key, { ...data, [changed]: isOn })
    const stored = await ask('notifications.change', { change: { [changed]: isOn } })
    queries.setQueryData<Told>(key, stored)
  }
  return <NotificationsView told={data} onChange={(one, isOn) => void change(one, isOn)} />
}
