import type { Draft } from '#lib/handoff/draft.ts'
import type { OutboxRow } from './database.ts'
import type { Drafts } from './drafts.ts'
import type { Journal } from './journal.ts'
import type { OutboxStore } from './outbox.ts'
import { slotKeyOf } from './slots.ts'

/** Drafts that leave a copy in the journal after each change. */
export function journaledDrafts(drafts: Drafts, journal: Journal): Drafts {
  const noted = <Found extends Draft | null>(draft: Found): Found => {
    if (draft) journal.note(draft.key, { kind: 'draft', draft })
    return draft
  }
  return {
    ...drafts,
    start: async (draft) => noted(await drafts.start(draft)),
    answer: async (change, at) => noted(await drafts.answer(change, at)),
    retype: async (key, retyping, at) => noted(await drafts.retype(key, retyping, at)),
    rework: async (key, rework, at) => noted(await drafts.rework(key, rework, at)),
    move: async (key, rework, at) => noted(await drafts.move(key, rework, at)),
    restore: async (draft) => noted(await drafts.restore(draft)),
    discard: async (key, at) => {
      const draft = await drafts.discard(key, at)
      if (draft) journal.forget(key)
      return draft
    },
  }
}

/** An outbox that leaves a copy in the journal of everything that is not in Salesforce yet. */
export function journaledOutbox(outbox: OutboxStore, journal: Journal): OutboxStore {
  const note = (row: OutboxRow) =>
    row.state === 'sent'
      ? journal.forget(slotKeyOf(row))
      : journal.note(slotKeyOf(row), { kind: 'operation', row })
  const noteAdded = async (operationKey: string) => {
    const row = await outbox.get(operationKey)
    if (row) note(row)
  }
  const giveUp = async (operationKey: string) => {
    const row = await outbox.get(operationKey)
    // The copy first: it would bring back, and send, what was given up before the worker was killed.
    if (row) await journal.keep(slotKeyOf(row), null).catch(() => undefined)
  }
  return {
    ...outbox,
    add: async (row, inPlaceOf = []) => {
      for (const operationKey of inPlaceOf) await giveUp(operationKey)
      const isAdded = await outbox.add(row, inPlaceOf)
      if (isAdded) await noteAdded(row.operationKey)
      return isAdded
    },
    addInPlaceOf: async (draft, row) => {
      const isAdded = await outbox.addInPlaceOf(draft, row)
      if (isAdded) await noteAdded(row.operationKey)
      return isAdded
    },
    returnToDraft: async (operationKey, draft) => {
      const isBack = await outbox.returnToDraft(operationKey, draft)
      const back = { ...draft, revision: draft.revision + 1 }
      if (isBack) journal.note(draft.key, { kind: 'draft', draft: back })
      return isBack
    },
    change: async (operationKey, change) => {
      const row = await outbox.change(operationKey, change)
      if (row) note(row)
      return row
    },
    remove: async (operationKey) => {
      await giveUp(operationKey)
      await outbox.remove(operationKey)
    },
  }
}
