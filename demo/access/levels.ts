/** How much a user may do with one record, from nothing to transfer and delete. */
const levels = ['None', 'Read', 'Edit', 'All'] as const

export type Level = (typeof levels)[number]

/** Whether a level is enough for what is asked. */
export function reaches(level: Level, wanted: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(wanted)
}

/** The higher of two levels. */
export function higher(one: Level, other: Level): Level {
  return reaches(one, other) ? one : other
}

/** The lower of two levels. */
export function lower(one: Level, other: Level): Level {
  return reaches(one, other) ? other : one
}

/** The level of an access field such as `OpportunityAccessLevel`; unknown words give nothing. */
export function toLevel(word: unknown): Level {
  return levels.find((level) => level === word) ?? 'None'
}

/** What an organisation-wide default gives to everyone, by the words Salesforce uses for it. */
const openLevels: Readonly<Record<string, Level>> = {
  private: 'None',
  none: 'None',
  read: 'Read',
  readonly: 'Read',
  edit: 'Edit',
  readwrite: 'Edit',
  readwritetransfer: 'All',
  readedittransfer: 'All',
  fullaccess: 'All',
  all: 'All',
}

/** Whether a word is an organisation-wide default. */
export function isSharingModel(word: string): boolean {
  return word === 'ControlledByParent' || Object.hasOwn(openLevels, word.toLowerCase())
}

/** What an organisation-wide default gives to everyone (`Private` nothing, `ReadWrite` edit …). */
export function openLevel(sharingModel: string): Level {
  return openLevels[sharingModel.toLowerCase()] ?? 'Edit'
}
