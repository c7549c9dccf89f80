import { fromDateTime, toDateTime } from '../records/datetime.ts'
import { savedLast } from '../org/list-rows.ts'
import { refuseCall } from '../records/refusal.ts'
import { erasedOf } from '../records/remove.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { accessFor, describeFor, ok, sourceFor, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/**
 * How far back changed and deleted records are listed:
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-getupdated.html
 */
const CHANGED = 30 * DAY
const DELETED = 15 * DAY
const MOST_RECENT = 200

/** `/sobjects/X/updated`: the ids of the records changed between two moments. */
export function updatedRows(call: Call): Reply {
  return byMethod(call, {
    GET: () => {
      const span = spanOf(call)
      const rows = changedRows(call, within(span, CHANGED), 'left-out')
      return ok({ ids: rows.map(({ Id }) => Id), latestDateCovered: latest(span) })
    },
  })
}

/** `/sobjects/X/deleted`: the records deleted between two moments. */
export function deletedRows(call: Call): Reply {
  return byMethod(call, {
    GET: () => {
      const span = spanOf(call)
      const asked = within(span, DELETED)
      const inBin = changedRows(call, asked, 'included').filter((row) => row['IsDeleted'] === true)
      const rows = [...inBin, ...erasedRows(call, asked)]
      return ok({
        deletedRecords: rows.map((row) => ({ id: row['Id'], deletedDate: row['SystemModstamp'] })),
        earliestDateAvailable: toMinute(new Date(span.now.getTime() - DELETED)),
        latestDateCovered: latest(span),
      })
    },
  })
}

/** `/recent`: what the caller saved last, the newest first; views leave no trace here. */
export function recentRows(call: Call): Reply {
  const limit = Number(call.query.get('limit') ?? MOST_RECENT)
  const describes = call.caller.org.state.schema
    .objects()
    .flatMap(({ name }) => accessFor(call.caller).describe(name) ?? [])
    .filter((describe) => describe['mruEnabled'] === true)
  return byMethod(call, { GET: () => ok(recentItems(call, describes).slice(0, limit)) })
}

/** Records of some objects that the caller saved last, as `/recent` and `/sobjects/X` list them. */
export function recentItems(call: Call, describes: readonly ObjectDescribe[]): readonly Row[] {
  const { rows } = sourceFor(call.caller)
  const saved = savedLast(accessFor(call.caller), describes, rows)
  return saved.map(({ row, describe }) => recentItem(row, describe.name, call.caller.version))
}

function recentItem({ Id, Name }: Row, type: string, version: string): Row {
  const url = `/services/data/v${version}/sobjects/${type}/${String(Id)}`
  return { attributes: { type, url }, Id, ...(Name === undefined ? {} : { Name }) }
}

interface Span {
  readonly start: Date
  readonly end: Date
  readonly now: Date
}

function spanOf(call: Call): Span {
  const start = momentOf(call, 'start')
  const end = momentOf(call, 'end')
  if (end.getTime() - start.getTime() >= MINUTE)
    return { start, end, now: call.caller.org.state.now() }
  const message = 'endDate must be at least one minute greater than the startDate'
  throw refuseCall(400, 'INVALID_REPLICATION_DATE', message)
}

/** The part of a span that is no longer ago than so many milliseconds. */
function within(span: Span, age: number): Span {
  return { ...span, start: new Date(Math.max(span.start.getTime(), span.now.getTime() - age)) }
}

/** A moment of the address to its minute: seconds are ignored. */
function momentOf({ query }: Call, name: string): Date {
  // An unescaped "+" of an offset arrives as a blank.
  const moment = fromDateTime((query.get(name) ?? '').replace(' ', '+'))
  if (moment) return minuteOf(moment)
  throw refuseCall(400, 'INVALID_REPLICATION_DATE', `${name} is not a date-time`)
}

function changedRows(call: Call, span: Span, bin: 'included' | 'left-out') {
  const { name } = describeFor(accessFor(call.caller), call.path[1] ?? '')
  return [...sourceFor(call.caller, bin).rows(name)].filter((row) => isWithin(span, row))
}

function erasedRows({ caller, path }: Call, span: Span): readonly Row[] {
  const access = accessFor(caller)
  const { name } = describeFor(access, path[1] ?? '')
  const erased = caller.org.state.store.table(erasedOf(name)).all()
  return [...access.readable(name, erased, 'included')].filter((row) => isWithin(span, row))
}

function isWithin({ start, end }: Span, row: Row): boolean {
  const at = moment(row)
  return at >= start.getTime() && at < end.getTime()
}

const moment = (row: Row) => fromDateTime(row['SystemModstamp'])?.getTime() ?? 0

const latest = ({ end, now }: Span) => toMinute(end < now ? end : now)

const minuteOf = (instant: Date) => new Date(Math.floor(instant.getTime() / MINUTE) * MINUTE)

const toMinute = (instant: Date) => toDateTime(minuteOf(instant))
