import * as z from 'zod'
import { toLongId } from '../org/ids.ts'
import type { OrgState } from '../org/state.ts'
import { refuseCall } from '../records/refusal.ts'

const MOST_MENTIONS = 25

const textSegment = z.object({ type: z.literal('Text'), text: z.string() })
const mentionSegment = z.union([
  z.object({ type: z.literal('Mention'), id: z.string() }),
  z.object({ type: z.literal('Mention'), username: z.string() }),
])
const otherSegment = z.union([
  z.object({ type: z.literal('Hashtag'), tag: z.string() }),
  z.object({ type: z.literal('Link'), url: z.string() }),
  z.object({ type: z.literal('MarkupBegin'), markupType: z.string() }),
  z.object({ type: z.literal('MarkupEnd'), markupType: z.string() }),
])

/** The body of a post or comment, piece by piece. */
export const messageSchema = z.object({
  messageSegments: z.array(z.union([textSegment, mentionSegment, otherSegment])).min(1),
})
type Segment = z.infer<typeof messageSchema>['messageSegments'][number]

/** One piece as it is kept and answered; a mention knows its user. */
export interface KeptSegment {
  readonly type: string
  readonly text: string
  readonly userId?: string
  readonly [key: string]: unknown
}

/** The pieces with the names of those mentioned; refuses unknown people and more than 25 mentions. */
export function keptSegments(state: OrgState, segments: readonly Segment[]): KeptSegment[] {
  const mentions = segments.filter(({ type }) => type === 'Mention')
  if (mentions.length > MOST_MENTIONS) {
    const message = `You can only mention ${MOST_MENTIONS} people or groups in a post.`
    throw refuseCall(400, 'POST_BODY_TOO_MANY_MENTIONS', message)
  }
  return segments.map((segment) => keptSegment(state, segment))
}

/** The text that people read. */
export function plainText(segments: readonly KeptSegment[]): string {
  return segments.map(({ text }) => text).join('')
}

function keptSegment(state: OrgState, segment: Segment): KeptSegment {
  switch (segment.type) {
    case 'Text':
      return segment
    case 'Mention':
      return mention(state, segment)
    case 'Hashtag':
      return { ...segment, text: `#${segment.tag}` }
    case 'Link':
      return { ...segment, text: segment.url }
    case 'MarkupBegin':
    case 'MarkupEnd':
      return { ...segment, text: segment.markupType === 'Paragraph' ? '\n' : '' }
  }
}

function mention(state: OrgState, asked: z.infer<typeof mentionSegment>): KeptSegment {
  const users = state.store.table('User')
  const [user] =
    'id' in asked ? [users.get(toLongId(asked.id))] : [...users.where('Username', asked.username)]
  if (!user) throw refuseCall(400, 'INVALID_ID_FIELD', 'Invalid id for a mention segment')
  const name = String(user['Name'])
  return { type: 'Mention', name, text: `@${name}`, userId: String(user['Id']) }
}
