/** Who may read an answer, from narrowest to widest. */
export const tiers = ['me', 'recipient', 'account-team', 'everyone'] as const
export type Tier = (typeof tiers)[number]

/** Whether text of tier `text` may be shown to readers at tier `reader`: a wider tier never sees a narrower text. */
export function mayRead(text: Tier, reader: Tier): boolean {
  return tiers.indexOf(text) >= tiers.indexOf(reader)
}
