import type { Planned } from './plan.ts'
import { refused } from './planning.ts'
import { type Acting, current, planned } from './transition-moves.ts'

/** Everything that recording the first talk with the customer changes. */
export function planContact(
  acting: Acting & { readonly at: string; readonly note: string },
): Planned {
  const { at, note, now, handoff } = acting
  if (handoff.firstCustomerContactAt) return refused('The first contact is recorded already.')
  if (Date.parse(at) > Date.parse(now)) return refused('This day is still to come.')
  const words = note.trim() === '' ? {} : { note: note.trim() }
  return planned('change-milestone', acting, {
    next: current(acting),
    details: { contact: at, ...words },
    firstCustomerContactAt: new Date(at).toISOString(),
  })
}

/** Everything that doing without a further meeting changes; no words take that back. */
export function planNoMeeting(acting: Acting & { readonly words: string }): Planned {
  const { actor: by, now: at } = acting
  const words = acting.words.trim()
  const { noMeeting: _, ...before } = current(acting)
  return planned('change-milestone', acting, {
    next: words === '' ? before : { ...before, noMeeting: { by, at, words } },
    details: words === '' ? { meeting: 'needed' } : { meeting: 'not needed', why: words },
  })
}
