import * as z from 'zod'

/** What an org has, and how it behaves where orgs differ. */
export const switchesSchema = z.looseObject({
  /** Opportunity teams: OpportunityTeamMember and UserTeamMember exist. */
  teamSelling: z.boolean().default(false),
  /** Account teams; follows `teamSelling` when left out. */
  accountTeams: z.boolean().optional(),
  /** Several currencies; follows `records/CurrencyType.json`, and whether a record names one, when left out. */
  multiCurrency: z.boolean().optional(),
  /** Rates by day (advanced currency management); follows `records/DatedConversionRate.json` when left out. */
  datedExchangeRates: z.boolean().optional(),
  /** States and countries with a code beside them; follows whether a record has such a code when left out. */
  stateCountryPicklists: z.boolean().optional(),
  /** Accounts that are people; follows whether `records/Account.json` has one, when left out. */
  personAccounts: z.boolean().optional(),
  chatter: z.boolean().default(true),
  /** False: every API call with a session of the browser is refused (API Access Control). */
  apiAccess: z.boolean().default(true),
  /** Enhanced notes: ContentNote exists. */
  notes: z.boolean().default(false),
  /** False: the org starts without our objects, fields and permission sets. */
  packageInstalled: z.boolean().default(true),
  /** A saved EmailMessage also makes a completed Task. */
  enhancedEmail: z.boolean().default(true),
  /** The opportunity team is removed when the owner changes by REST. */
  ownerChangeDropsTeam: z.boolean().default(true),
  /** Open tasks and events of the old owner follow the new one when the owner changes by REST. */
  ownerChangeMovesOpenActivities: z.boolean().default(false),
  /** Status of INSUFFICIENT_ACCESS_OR_READONLY, which no recording settles. */
  insufficientAccessStatus: z.number().int().min(400).max(499).default(403),
  /** How long a session lasts without being used. */
  sessionMinutes: z.number().default(120),
  /** Calls a day before REQUEST_LIMIT_EXCEEDED. */
  dailyApiRequests: z.number().default(15_000),
})

export type Switches = z.infer<typeof switchesSchema>
