import { refuseCall } from '../records/refusal.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { accessFor, describeFor, type Call } from './call.ts'

const MOST_OBJECTS = 100

/** The objects that `q` names, a hundred at most; code and text of a refusal were never recorded. */
export function namedObjects({ caller, query }: Call): readonly ObjectDescribe[] {
  const names = (query.get('q') ?? '').split(',').map((name) => name.trim())
  const wanted = names.filter((name) => name !== '')
  if (wanted.length === 0) throw refuseCall(400, 'MISSING_ARGUMENT', 'The parameter q is required')
  if (wanted.length > MOST_OBJECTS)
    throw refuseCall(400, 'LIMIT_EXCEEDED', `No more than ${MOST_OBJECTS} objects may be named`)
  return wanted.map((name) => describeFor(accessFor(caller), name))
}
