import type { Row } from '../../soql/source.ts'
import type { Writer } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** A post names who wrote it. */
export const feedItem: Behaviour = {
  prepare: ({ writer, after }) => ({
    ...after,
    InsertedById: after['InsertedById'] ?? writer.userId,
    CommentCount: after['CommentCount'] ?? 0,
    LikeCount: after['LikeCount'] ?? 0,
    Status: 'Published',
  }),
}

/** A comment is counted on its post and belongs to the record the post is about. */
export const feedComment: Behaviour = {
  prepare: ({ writer, after }) => {
    const post = writer.state.store.table('FeedItem').get(String(after['FeedItemId']))
    return { ...after, ParentId: post?.['ParentId'] ?? null, CommentType: 'TextComment' }
  },
  settle: ({ writer, before, after }) => {
    if (!before) countComments(writer, after, 1)
  },
  remove: (writer, row) => countComments(writer, row, -1),
}

function countComments(writer: Writer, comment: Row, more: number): void {
  const post = writer.state.store.table('FeedItem').get(String(comment['FeedItemId']))
  if (!post) return
  const CommentCount = Number(post['CommentCount'] ?? 0) + more
  writer.derive.update('FeedItem', { Id: post['Id'], CommentCount })
}
