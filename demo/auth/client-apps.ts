import * as z from 'zod'
import type { Org } from '../org/org.ts'

/** One of `externalClientApps` in `org.json`. */
export const appSchema = z.looseObject({
  consumerKey: z.string(),
  callbackUrls: z.array(z.string()).readonly().default([]),
  /** Whether a code challenge must come with the request for a code. */
  requiresPkce: z.boolean().default(true),
  /** Every refresh gives a new refresh token and ends the old one. */
  rotatesRefreshTokens: z.boolean().default(false),
  /** With which the app signs in as itself; any is taken where there is none. */
  consumerSecret: z.string().optional(),
  /** The user, by name or id, as whom it does. */
  runAs: z.string().optional(),
  /** PEM; proves the assertions by which the app signs users in. */
  certificate: z.string().optional(),
  /** An administrator has blocked the app. */
  blocked: z.boolean().default(false),
})

/** One app that may ask for access, as `externalClientApps` of `org.json` lists them. */
export type ClientApp = z.infer<typeof appSchema>

/** The app of a consumer key; an org that lists no apps lets any in, with PKCE. */
export function clientApp({ state }: Org, consumerKey: string): ClientApp | undefined {
  if (consumerKey === '') return undefined
  const listed = state.file.externalClientApps
  if (listed === undefined) return appSchema.parse({ consumerKey })
  return listed.find((app) => app.consumerKey === consumerKey)
}

/** Whether an app may be answered at an address; one without callback addresses at any. */
export function mayCallBack({ callbackUrls }: ClientApp, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  return callbackUrls.length === 0 || callbackUrls.includes(redirectUri)
}
