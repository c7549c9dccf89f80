import type { Owner, SegueDatabase } from './database.ts'

/** What Salesforce said last, by user and subject, such as `context:006…` or `inbox`. */
export function createCache(database: SegueDatabase) {
  return {
    /** What is kept about a subject; undefined when nothing is. To be parsed by the reader. */
    read: async ({ orgId, userId }: Owner, about: string): Promise<unknown> =>
      (await database.cache.get([orgId, userId, about]))?.value,
    /** Everything kept about subjects that begin so. */
    readAll: async (owner: Owner, beginning: string): Promise<readonly unknown[]> =>
      (await rowsAbout(database, owner, beginning).toArray()).map(({ value }) => value),
    /** How the subjects go on that begin so, such as the ids behind `context:`. */
    endings: async (owner: Owner, beginning: string): Promise<readonly string[]> =>
      (await rowsAbout(database, owner, beginning).primaryKeys()).map(([, , subject]) =>
        subject.slice(beginning.length),
      ),
    /** Keeps it in the place of what was kept before. */
    keep: async ({ orgId, userId }: Owner, about: string, kept: Kept): Promise<void> => {
      await database.cache.put({ orgId, userId, about, ...kept })
    },
    /** Forgets one subject. */
    forget: async ({ orgId, userId }: Owner, about: string) =>
      database.cache.delete([orgId, userId, about]),
    /** Forgets everything that an org said to anybody. */
    forgetOrg: async (org: string): Promise<void> => {
      await database.cache.filter(({ orgId }) => orgId === org).delete()
    },
  }
}

function rowsAbout(database: SegueDatabase, { orgId, userId }: Owner, beginning: string) {
  return database.cache
    .where('[orgId+userId+about]')
    .between([orgId, userId, beginning], [orgId, userId, `${beginning}\uFFFF`])
}

export type Cache = ReturnType<typeof createCache>

interface Kept {
  readonly value: unknown
  /** ISO 8601. */
  readonly readAt: string
}
