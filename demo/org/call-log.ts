/** One API call as the org saw it. */
interface LoggedCall {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly status: number
  readonly userId: string | undefined
}

/** The API calls of an org; composite counts as one, as it does against Salesforce's limit. */
export interface CallLog {
  readonly all: () => readonly LoggedCall[]
  readonly count: () => number
  readonly add: (call: LoggedCall) => void
  readonly clear: () => void
}

/** An empty log. */
export function createCallLog(): CallLog {
  const calls: LoggedCall[] = []
  return {
    all: () => [...calls],
    count: () => calls.length,
    add: (call) => void calls.push(call),
    clear: () => void calls.splice(0),
  }
}
