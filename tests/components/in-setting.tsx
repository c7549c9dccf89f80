import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { type Setting, WithSetting } from '#components/handoff/setting.ts'
import { ana, ben, deal } from '../gallery/deal.ts'

const dana = {
  contactId: '003DANAAAAAAAAAAAA',
  name: 'Dana Cole',
  title: 'Finance director',
  email: 'dana@northwind.example',
  phone: '',
}

const people = {
  addRole: true,
  changeRole: true,
  createContact: true,
  roles: ['Business User', 'Executive Sponsor'],
  contactFields: ['LastName', 'FirstName', 'Title', 'Email'],
  contactNeeds: [],
}

const setting: Setting = {
  me: ana,
  deal,
  formats: { locale: 'en-GB', timeZone: 'UTC' },
  picklists: {
    'OpportunityContactRole.Role': people.roles.map((value) => ({ value, label: value })),
  },
  offered: async () => undefined,
  searchUsers: async (text) => ({
    users: [{ ...ben, title: 'CSM', email: '', department: '', why: 'account team' }].filter(
      ({ name }) => name.includes(text),
    ),
  }),
  searchManagers: async () => ({ users: [] }),
  searchContacts: async (text) => ({
    contacts: [dana].filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())),
  }),
  people,
  now: () => '2026-11-23T10:00:00.000Z',
  newId: () => crypto.randomUUID(),
  lightningOrigin: 'https://acme.lightning.force.com',
}

/** Renders what is drawn inside a handoff, and a user to act on it. */
export function inSetting(node: ReactNode, changes: Partial<Setting> = {}) {
  const user = userEvent.setup()
  const around = (inside: ReactNode, over = changes) => (
    <WithSetting value={{ ...setting, ...over }}>{inside}</WithSetting>
  )
  const { rerender } = render(around(node))
  return {
    user,
    show: (next: ReactNode, over: Partial<Setting> = changes) => rerender(around(next, over)),
  }
}
