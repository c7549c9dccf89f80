import { maySee } from '../chatter/feed-element.ts'
import { person } from '../chatter/person.ts'
import { toLongId } from '../org/ids.ts'
import { refuseCall } from '../records/refusal.ts'
import type { Row } from '../soql/source.ts'
import { matcherOf, wordsOf } from '../sosl/search-term.ts'
import { refuseWithoutChatter } from './chatter-routes.ts'
import { ok, sourceFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

const MOST = 25

/**
 * `/chatter/mentions/completions?q=…`: the people whose names begin so.
 * https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_mentions_completions.htm
 */
export function mentionCompletions(call: Call): Reply {
  refuseWithoutChatter(call)
  const { caller, path, query } = call
  const begun = wordsOf(query.get('q') ?? '').map((word) => `${word}*`)
  const matches = matcherOf(begun.join(' '))
  const isMeant = (row: Row) => row['IsActive'] === true && matches(wordsOf(String(row['Name'])))
  const found = [...sourceFor(caller).rows('User')].filter(isMeant).slice(0, MOST)
  const completed = found.map((row) => completion(call, row))
  const currentPageUrl = `/services/data/v${caller.version}/${path.join('/')}?${query}`
  const body = { currentPageUrl, mentionCompletions: completed, nextPageUrl: null }
  return byMethod(call, { GET: () => ok({ ...body, previousPageUrl: null }) })
}

function completion({ caller }: Call, { Id }: Row) {
  const { additionalLabel, name, outOfOffice, photo, title, userType } = person(caller, Id)
  return {
    additionalLabel,
    description: title,
    name,
    outOfOffice,
    photoUrl: photo.smallPhotoUrl,
    recordId: Id,
    userType,
  }
}

/**
 * `/chatter/mentions/validations?parentId=…&recordIds=…`: whether those mentioned may see what the post is about.
 * https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_mentions_validations.htm
 */
export function mentionValidations(call: Call): Reply {
  refuseWithoutChatter(call)
  const { caller, query } = call
  const parentId = toLongId(query.get('parentId') ?? '')
  const recordIds = (query.get('recordIds') ?? '').split(',').filter((id) => id !== '')
  if (parentId === '' || recordIds.length === 0)
    throw refuseCall(400, 'MISSING_ARGUMENT', 'The parameters parentId and recordIds are required')
  const users = caller.org.state.store.table('User')
  const statusOf = (id: string): string => {
    if (users.get(id)?.['IsActive'] !== true) return 'Disallowed'
    return maySee(caller, id, parentId) ? 'Ok' : 'Inaccessible'
  }
  const validations = recordIds.map((asked) => {
    const recordId = toLongId(asked)
    return { recordId, validationStatus: statusOf(recordId) }
  })
  const hasErrors = validations.some(({ validationStatus }) => validationStatus !== 'Ok')
  return byMethod(call, { GET: () => ok({ hasErrors, mentionValidations: validations }) })
}
