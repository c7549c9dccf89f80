import { feedElement, isMentioned, page } from '../chatter/feed-element.ts'
import { toLongId } from '../org/ids.ts'
import type { Row } from '../soql/source.ts'
import { refuseWithoutChatter } from './chatter-routes.ts'
import { ok, sourceFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

type Posts = (call: Call) => Iterable<Row>

/** Answers a feed: its posts, the newest first. */
function feed(call: Call, posts: Posts): Reply {
  refuseWithoutChatter(call)
  const { caller, path } = call
  const elements = () => [...posts(call)].toReversed().map((row) => feedElement(caller, row))
  const url = `/services/data/v${caller.version}/${path.join('/')}`
  const told = () => {
    const { items, ...rest } = page(url, elements())
    return ok({ ...rest, elements: items, updatesToken: null })
  }
  return byMethod(call, { GET: told })
}

/** `/chatter/feeds/record/<id>/feed-elements`: the posts about a record. */
export const recordFeed = (call: Call): Reply =>
  feed(call, ({ caller, path }) =>
    sourceFor(caller).rowsWhere('FeedItem', 'ParentId', toLongId(path[3] ?? '')),
  )

/** `/chatter/feeds/company/feed-elements`: every post that the caller may see. */
export const companyFeed = (call: Call): Reply =>
  feed(call, ({ caller }) => sourceFor(caller).rows('FeedItem'))

/** `/chatter/feeds/user-profile/<id or me>/feed-elements`: what somebody posted, and what others posted to him. */
export const profileFeed = (call: Call): Reply =>
  feed(call, (asked) => postsWith(asked, (row, id) => isOfUser(row, id)))

/** `/chatter/feeds/news/me/feed-elements`: that of the caller, and where he is mentioned; nobody follows anything here. */
export const newsFeed = (call: Call): Reply =>
  feed(call, (asked) => postsWith(asked, (row, id) => isOfUser(row, id) || isMentioned(row, id)))

const isOfUser = (row: Row, userId: string): boolean =>
  row['ParentId'] === userId || row['CreatedById'] === userId

function postsWith(
  { caller, path }: Call,
  holds: (row: Row, userId: string) => boolean,
): readonly Row[] {
  const asked = path[3] ?? 'me'
  const userId = asked.toLowerCase() === 'me' ? caller.userId : toLongId(asked)
  return [...sourceFor(caller).rows('FeedItem')].filter((row) => holds(row, userId))
}
