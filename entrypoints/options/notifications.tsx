import { useQuery } from '@tanstack/react-query'
import { ask, queries } from '#components/hooks/segue.ts'
import {
  NotificationsView,
  type Told,
  type ToldKey,
} from '#components/options/notifications-view.tsx'

const key = ['notifications'] as const

const areOff = async () => (await chrome.notifications.getPermissionLevel()) === 'denied'

/** Which notifications are shown. */
export function Notifications() {
  const { data } = useQuery({ queryKey: key, queryFn: () => ask('notifications.read', {}) })
  // Not every browser tells.
  const off = useQuery({
    queryKey: ['notifications-off'],
    queryFn: areOff,
    // Whoever has allowed them comes back to this page.
    refetchOnWindowFocus: 'always',
  })
  if (data === undefined) return <p>Looking at this computer…</p>
  const change = async (changed: ToldKey, isOn: boolean) => {
    queries.setQueryData<Told>(key, { ...data, [changed]: isOn })
    const stored = await ask('notifications.change', { change: { [changed]: isOn } })
    queries.setQueryData<Told>(key, stored)
  }
  const onChange = (one: ToldKey, isOn: boolean) => void change(one, isOn)
  return <NotificationsView told={data} areOff={off.data === true} {...{ onChange }} />
}
