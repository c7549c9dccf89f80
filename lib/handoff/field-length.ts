/** Lengths of standard text fields, for when describe has not been read. */
const standardLengths: Readonly<Record<string, number>> = {
  'Opportunity.NextStep': 255,
  'Opportunity.Name': 120,
  'Opportunity.Description': 32_000,
  'Account.Name': 255,
  'Account.Website': 255,
  'Account.Description': 32_000,
}

/** The most characters of the words beside a rating, and of a customer's. */
export const heardLimit = 4000

/** The most characters of a remark, a question or an answer to one. */
export const wordsLimit = 32_768

/** Says that a text does not fit; undefined while it does. */
export function overLong(label: string, { length }: string, limit: number): string | undefined {
  return length > limit ? `“${label}” has ${length} characters; ${limit} fit.` : undefined
}

/** The most characters a field holds, by the org's describe where it is known. Null when it has no known limit. */
export function lengthOf(
  path: string,
  described: Readonly<Record<string, number>> = {},
): number | null {
  return described[path] ?? standardLengths[path] ?? null
}
