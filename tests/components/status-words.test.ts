import { expect, it } from 'vitest'
import { statusWords as inList } from '#components/inbox/status-words.ts'
import { statusWords as inPacket } from '#components/packet/status-words.ts'

it('a handoff that a manager has ended is not said to be withdrawn by its sender', () => {
  const { incoming, outgoing, manager } = inList.cancelled
  expect(new Set([incoming, outgoing, manager, inPacket.cancelled])).toEqual(new Set(['Cancelled']))
})
