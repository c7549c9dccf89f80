import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Answer } from '#lib/handoff/answer.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { JournalArea } from '#lib/storage/journal.ts'
import { SegueDatabase } from '#lib/storage/database.ts'

/** A disk that outlives the databases opened on it, as the user's does when the worker is killed. */
export function newDisk(): IDBFactory {
  return new IDBFactory()
}

/** The extension's database on a disk. */
export function openOn(indexedDB: IDBFactory): SegueDatabase {
  return new SegueDatabase('segue', { indexedDB, IDBKeyRange })
}

/** The other place on this disk: key and value, as `chrome.storage.local` is. */
export function mapArea(kept = new Map<string, string>()): JournalArea & { kept: typeof kept } {
  return {
    kept,
    get: async (keys) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const text = kept.get(key)
          return text === undefined ? [] : [[key, JSON.parse(text)]]
        }),
      ),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value))
    },
    remove: async (keys) => {
      for (const key of keys) kept.delete(key)
    },
  }
}

export const ana = { orgId: '00DHs000002aKqMMAU', userId: '005Hs00000006RMIAY' }
export const opportunityId = '006Hs0000000847IAA'
export const noon = '2026-11-23T12:00:00.000Z'

/** A text as Ana's answer. */
export const saying = (text: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: { userId: ana.userId, name: 'Ana' },
  at: noon,
})

/** A draft of Ana's with nothing in it. */
export function aDraft(parts: Partial<Draft> = {}): Draft {
  return {
    key: 'draft-1',
    ...ana,
    opportunityId,
    opportunityName: 'Brightwater',
    template: { key: 'ae-csm', version: '1.0.0' },
    variant: 'standard',
    answers: {},
    recipient: null,
    bypass: null,
    unticked: [],
    baseline: { lastModifiedAt: noon, fields: {} },
    handoffId: null,
    createdAt: noon,
    updatedAt: noon,
    revision: 1,
    ...parts,
  }
}
