/** An org's clock, which may go wrong. */
export interface Clock {
  readonly now: () => Date
  /** Puts the clock so many milliseconds ahead (or, when negative, behind). */
  readonly skew: (milliseconds: number) => void
}

/** A clock that goes as the one given until it is set askew. */
export function createClock(now: () => Date): Clock {
  let ahead = 0
  return {
    now: () => new Date(now().getTime() + ahead),
    skew: (milliseconds) => {
      ahead = milliseconds
    },
  }
}
