import { isUnderstood } from '../../org/is-understood.ts'
import { languageTag } from '../../org/language-tag.ts'
import { refuse } from '../refusal.ts'
import { textOf } from '../text.ts'
import type { Behaviour } from './behaviour.ts'

/** What a user's regional settings have to be readable by. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  TimeZoneSidKey: (timeZone) => new Intl.DateTimeFormat('en', { timeZone }),
  LocaleSidKey: languageTag,
}

/**
 * Users: time zone and locale are restricted picklists.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-user.html
 */
export const regional: Behaviour = {
  check: ({ after }) => {
    for (const [name, read] of Object.entries(readers)) {
      const text = textOf(after[name])
      if (text === '' || isUnderstood(read, text)) continue
      const message = `bad value for restricted picklist field: ${text}`
      throw refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [name])
    }
  },
}
