/**
 * Remembers what happens while Salesforce is being read: an answer may be older than what it finds on this
 * computer, and must not take it back.
 */
export function createMeanwhile<Happening>() {
  const readings = new Set<Happening[]>()
  return {
    /** Does a reading. `happened` says what has happened since it began; it is asked right before the answer is kept. */
    during: async <Read>(
      reading: (happened: () => readonly Happening[]) => Promise<Read>,
    ): Promise<Read> => {
      const heard: Happening[] = []
      readings.add(heard)
      try {
        return await reading(() => heard)
      } finally {
        readings.delete(heard)
      }
    },
    /** Tells every reading under way. Called before what has happened is kept. */
    tell: (happening: Happening): void => {
      for (const heard of readings) heard.push(happening)
    },
  }
}
