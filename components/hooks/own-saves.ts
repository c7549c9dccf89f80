/** Answers of this surface that the worker is storing, by the draft they are of; done once their revision is noted. */
const inFlight = new Map<string, Set<Promise<void>>>()

/** Revisions that saves of this surface have made, until the worker's word about them has come. */
const made = new Map<string, Set<number>>()

/** How far each draft is, as the disk has confirmed it to this surface. */
const newest = new Map<string, number>()

/** Notes a save of this surface and what came of it: the revision of the draft, or null when it was not stored. */
export async function noteSave(draftKey: string, save: Promise<number | null>): Promise<void> {
  const saves = inFlight.get(draftKey) ?? new Set()
  const noting = save.then(
    (revision) => note(draftKey, revision),
    () => undefined,
  )
  inFlight.set(draftKey, saves.add(noting))
  await noting
  saves.delete(noting)
}

function note(draftKey: string, revision: number | null): void {
  if (revision === null) return
  noteRevision(draftKey, revision)
  made.set(draftKey, (made.get(draftKey) ?? new Set()).add(revision))
}

/** Notes how far a draft is, whoever has brought it there. */
export function noteRevision(draftKey: string, revision: number): void {
  newest.set(draftKey, Math.max(revision, newest.get(draftKey) ?? 0))
}

/** The newest revision of a draft that this surface knows of. */
export function newestRevision({ key, revision }: { key: string; revision: number }): number {
  return Math.max(revision, newest.get(key) ?? 0)
}

/**
 * Whether somebody else has changed the draft: what this surface has stored itself it need not read again. The
 * word about a save may come before the answer to it, which is waited for.
 */
export async function isNews(change: { draftKey: string; revision: number }): Promise<boolean> {
  await Promise.all(inFlight.get(change.draftKey) ?? new Set<Promise<void>>())
  return !made.get(change.draftKey)?.delete(change.revision)
}
