import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Thread } from '#components/packet/thread.tsx'
import type { Comment } from '#lib/handoff/comment.ts'
import { ana, ben, handoff } from '../gallery/deal.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const at = '2026-03-10T09:00:00Z'
const asked: Comment = {
  id: 'a01',
  kind: 'clarification',
  question: 'why.pain',
  section: 'why',
  body: 'Whose pain?',
  author: ben,
  writtenAt: at,
  dueAt: at,
  resolvedAt: at,
  resolvedBy: ana,
  inReplyTo: null,
}
const answer: Comment = { ...asked, id: 'a02', kind: 'answer', author: ana, inReplyTo: 'a01' }

it.each([
  { comments: [asked], says: 'Settled' },
  { comments: [asked, answer], says: 'Answered' },
])('a question is called $says by whether somebody has answered it', ({ comments, says }) => {
  atDesk(<Thread here={() => true} />, { handoff: { ...handoff('submitted'), comments } })
  expect(screen.getByText(/^(?:Settled|Answered)$/).textContent).toBe(says)
})

it.each([
  { status: 'completed', may: true },
  { status: 'cancelled', may: false },
] as const)('a remark on a handoff that is $status may be settled: $may', ({ status, may }) => {
  const remark: Comment = { ...asked, kind: 'comment', resolvedAt: null }
  atDesk(<Thread here={() => true} />, { handoff: { ...handoff(status), comments: [remark] } })
  expect(screen.queryByRole('button', { name: /^Settle/ }) !== null).toBe(may)
})
