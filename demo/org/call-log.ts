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
  /** How many count against the limit of the day: those of a caller who is known. */
  readonly count: () => number
  readonly add: (call: LoggedCall) => void
  /** Counts calls that came within another. */
  readonly countMore: (calls: number) => void
  readonly clear: () => void
}

/** An empty log. */
export function createCallLog(): CallLog {
  const calls: LoggedCall[] = []
  let counted = 0
  return {
    all: () => [...calls],
    count: () => counted,
    add: (call) => {
      calls.push(call)
      if (call.userId !== undefined) counted += 1
    },
    countMore: (more) => {
      counted += more
    },
    clear: () => {
      calls.length = 0
      counted = 0
    },
  }
}
