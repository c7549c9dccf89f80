import type { Org } from '../org/org.ts'

const SEASONS = ['Winter', 'Spring', 'Summer'] as const
/** The oldest API version that is still served. */
export const OLDEST_VERSION = 31

/** `/services/data`: the API versions, oldest first, up to the org's. */
export function versions(org: Org): readonly Readonly<Record<string, string>>[] {
  const newest = Math.floor(Number(org.state.file.apiVersion))
  return Array.from({ length: newest - OLDEST_VERSION + 1 }, (_, at) => {
    const version = `${OLDEST_VERSION + at}.0`
    return { label: labelOf(OLDEST_VERSION + at), url: `/services/data/v${version}`, version }
  })
}

/** Three versions a year: 66 is Spring '26, 67 Summer '26, 68 Winter '27. */
function labelOf(version: number): string {
  const since = version - 65
  const year = 26 + Math.floor(since / 3)
  // Recorded: version 42 alone has a typographic apostrophe.
  const apostrophe = version === 42 ? '\u2019' : "'"
  return `${SEASONS[((since % 3) + 3) % 3] ?? 'Winter'} ${apostrophe}${year}`
}
