/** What a frame will ask for, read while the frame is on its way. */
export interface ReadAhead<Read> {
  /** Begins to read for a page. Only the last one is kept. */
  readonly begin: (page: string, reading: () => Promise<Read>) => void
  /** What was read for this page, once; null when nothing was, or when it may be older than what there is. */
  readonly take: (page: string) => Promise<Read> | null
  /** Something has changed. */
  readonly forget: () => void
}

/** Keeps nothing longer than the worker runs. A reading must not fail. */
export function createReadAhead<Read>(): ReadAhead<Read> {
  let kept: { readonly page: string; readonly read: Promise<Read> } | null = null
  return {
    begin: (page, reading) => {
      kept = { page, read: reading() }
    },
    take: (page) => {
      const taken = kept?.page === page ? kept.read : null
      if (taken) kept = null
      return taken
    },
    forget: () => {
      kept = null
    },
  }
}
