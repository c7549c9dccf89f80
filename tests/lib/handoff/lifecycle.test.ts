import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventKinds } from '#lib/handoff/event.ts'
import { statuses } from '#lib/handoff/handoff.ts'
import type { Status } from '#lib/handoff/handoff.ts'
import { actorRoles, move, moveNames, moves, rolesIn, ruleOf } from '#lib/handoff/lifecycle.ts'
import { ana, ben, handoff, mara } from './builders.ts'

/** The life of a handoff as the architecture draws it, written down a second time. */
const drawn: Record<Status, readonly Status[]> = {
  draft: ['submitted'],
  submitted: ['clarification', 'accepted', 'declined', 'cancelled'],
  clarification: ['submitted', 'accepted', 'declined', 'cancelled'],
  declined: ['submitted', 'cancelled'],
  accepted: ['in-transition', 'completed', 'cancelled'],
  'in-transition': ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
}

describe('the life of a handoff', () => {
  it('every reachable sequence of statuses is one that is drawn', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...actorRoles), fc.constantFrom(...moveNames)))
    fc.assert(
      fc.property(steps, (list) => {
        let status: Status = 'draft'
        for (const [role, name] of list) {
          const moved = move(name, { status }, role)
          if (moved.outcome === 'refused') continue
          expect(moved.from).toBe(status)
          expect([status, ...drawn[status]]).toContain(moved.to)
          status = moved.to
        }
      }),
      { numRuns: 1000 },
    )
  })

  it.each(Object.entries(drawn).flatMap(([from, tos]) => tos.map((to) => ({ from, to }))))(
    'somebody can move it from $from to $to',
    ({ from, to }) => {
      const status = statuses.find((one) => one === from) ?? 'draft'
      const reached = actorRoles.flatMap((role) =>
        moves({ status }, role).map((name) => move(name, { status }, role)),
      )
      expect(reached.map((moved) => moved.outcome === 'moved' && moved.to)).toContain(to)
    },
  )

  it('no role can do what is not listed for it', () => {
    for (const status of statuses) {
      for (const role of actorRoles) {
        const listed = moves({ status }, role)
        for (const name of moveNames) {
          expect(move(name, { status }, role).outcome === 'moved').toBe(listed.includes(name))
        }
      }
    }
  })

  it('the recipient alone accepts, and the system never decides', () => {
    expect(ruleOf('accept').by).toEqual(['incoming'])
    for (const status of statuses) {
      const done = moves({ status }, 'system').map((name) => move(name, { status }, 'system'))
      for (const one of done) {
        expect(one.outcome === 'moved' && ['accepted', 'declined', 'cancelled']).not.toContain(
          one.outcome === 'moved' ? one.to : '',
        )
      }
    }
  })

  it('what is completed or cancelled never changes its status again', () => {
    for (const status of ['completed', 'cancelled'] as const) {
      for (const role of actorRoles) {
        for (const name of moves({ status }, role)) {
          expect(move(name, { status }, role)).toMatchObject({ to: status })
        }
      }
    }
    expect(actorRoles.flatMap((role) => moves({ status: 'cancelled' }, role))).toEqual([])
  })

  it('every event but a bypass, which goes with a submission, is left by a move', () => {
    const left = new Set(moveNames.map((name) => ruleOf(name).emits))
    expect(eventKinds.filter((kind) => !left.has(kind))).toEqual(['Bypassed'])
  })
})

describe('what a user is to a handoff', () => {
  it.each([
    { user: ana, roles: ['outgoing'] },
    { user: ben, roles: ['incoming'] },
    { user: mara, roles: ['manager'] },
    { user: { userId: '005000000000009AAA' }, roles: [] },
  ])('$roles', ({ user, roles }) => {
    expect(rolesIn(handoff(), user.userId)).toEqual(roles)
  })
})
