const known = new Map<string, boolean>()

/**
 * Whether this browser can tell the time in the zone. It is tried: what browsers list leaves out names that they
 * know well, such as Asia/Kolkata, and most of Salesforce's own are among them.
 */
export function isTimeZone(timeZone: string): boolean {
  const answer = known.get(timeZone) ?? canTell(timeZone)
  known.set(timeZone, answer)
  return answer
}

function canTell(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
