import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { type Setting, WithSetting } from '#components/handoff/setting.ts'
import { ana, ben, deal } from '../gallery/deal.ts'

const setting: Setting = {
  me: ana,
  deal,
  formats: { locale: 'en-GB', timeZone: 'UTC' },
  picklists: {},
  searchUsers: async (text) => ({
    users: [{ ...ben, title: 'CSM', email: '', department: '', why: 'account team' }].filter(
      ({ name }) => name.includes(text),
    ),
  }),
  searchManagers: async () => ({ users: [] }),
  now: () => '2026-11-23T10:00:00.000Z',
  newId: () => crypto.randomUUID(),
  lightningOrigin: 'https://acme.lightning.force.com',
}

/** Renders what is drawn inside a handoff, and a user to act on it. */
export function inSetting(node: ReactNode, changes: Partial<Setting> = {}) {
  const user = userEvent.setup()
  const around = (inside: ReactNode) => (
    <WithSetting value={{ ...setting, ...changes }}>{inside}</WithSetting>
  )
  const { rerender } = render(around(node))
  return { user, show: (next: ReactNode) => rerender(around(next)) }
}
