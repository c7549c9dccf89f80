import type { OrgState } from '../org/state.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { reaches, type Level } from './levels.ts'
import { rightsOf, type UserRights } from './object-rights.ts'
import { levelForAll, levelOf, type Viewer } from './sharing.ts'
import { visibleDescribe } from './visible-schema.ts'

/** What one user may see and do; made anew for every request, so that changes show at once. */
export interface Access {
  readonly userId: string
  readonly rights: UserRights
  /** The describe as this user gets it; `undefined` when the object is hidden or unknown. */
  readonly describe: (objectName: string) => ObjectDescribe | undefined
  readonly level: (objectName: string, row: Row) => Level
  /** The rows this user may read, those in the recycle bin left out unless they are asked for. */
  readonly readable: (objectName: string, rows: Iterable<Row>, bin?: RecycleBin) => Iterable<Row>
}

/** Whether deleted records count. */
export type RecycleBin = 'left-out' | 'included'

/** The access of one user at this moment. */
export function accessOf(state: OrgState, userId: string): Access {
  const rights = rightsOf(state, userId)
  const viewer: Viewer = { state, userId, rights }
  const describes = new Map<string, ObjectDescribe | undefined>()
  return {
    userId,
    rights,
    describe: (objectName) => {
      const key = objectName.toLowerCase()
      if (!describes.has(key)) describes.set(key, visibleDescribe(state, viewer, objectName))
      return describes.get(key)
    },
    level: (objectName, row) => levelOf(viewer, objectName, row),
    readable: (objectName, rows, bin = 'left-out') =>
      readableRows(viewer, objectName, bin === 'included' ? rows : kept(rows)),
  }
}

function* kept(rows: Iterable<Row>): Iterable<Row> {
  for (const row of rows) if (row['IsDeleted'] !== true) yield row
}

function* readableRows(viewer: Viewer, objectName: string, rows: Iterable<Row>): Iterable<Row> {
  const everyone = reaches(levelForAll(viewer, objectName), 'Read')
  for (const row of rows) {
    if (everyone || reaches(levelOf(viewer, objectName, row), 'Read')) yield row
  }
}
