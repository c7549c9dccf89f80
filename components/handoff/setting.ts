import { createContext, use } from 'react'
import type { Deal } from '#lib/handoff/deal.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Formats } from '#components/ui/formats.ts'
import type { SearchUsers } from '#components/ui/user-search.tsx'
import type { SearchContacts } from './contacts-of-account.ts'

/** What every answer is shown and written with. */
export interface Setting {
  readonly me: Person
  readonly deal: Deal
  /** The org's own labels of fields, by path. */
  readonly labels?: Context['labels']
  readonly formats: Formats
  /** Choices of picklist fields by path, from describe. */
  readonly picklists: Context['picklists']
  /** What a picklist field offers for the record type of its record, by path; undefined where that is not known. */
  readonly offered: (path: string) => Promise<readonly string[] | undefined>
  readonly searchUsers: SearchUsers
  /** Finds managers; with an empty text, the user's own. */
  readonly searchManagers: SearchUsers
  readonly searchContacts: SearchContacts
  /** What this user may do to the people of the deal; absent until it is known. */
  readonly people: Context['people']
  /** ISO 8601. */
  readonly now: () => string
  readonly newId: () => string
  readonly lightningOrigin: string
}

const SettingContext = createContext<Setting | null>(null)

/** Gives the setting to everything inside. */
export const WithSetting = SettingContext.Provider

/** The setting of the handoff shown. Throws outside of one. */
export function useSetting(): Setting {
  const setting = use(SettingContext)
  if (setting === null) throw new Error('This is drawn outside of a handoff.')
  return setting
}
