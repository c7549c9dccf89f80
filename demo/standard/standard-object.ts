import type { ObjectDescribe } from '../schema/describe.ts'

/** A built-in object and what its lookups call the children they make. */
export interface StandardObject {
  readonly describe: ObjectDescribe
  /** Lookup field → name of the child relationship on the parent (`WhatId` → `Tasks`). */
  readonly children?: Readonly<Record<string, string>>
  /** The switch that must be on for the object to exist. */
  readonly needs?:
    | 'teamSelling'
    | 'accountTeams'
    | 'chatter'
    | 'notes'
    | 'multiCurrency'
    | 'datedExchangeRates'
}
