import * as z from 'zod'
import type { Call, Expression } from './expression.ts'
import { type FieldPath, pathOf } from './field-path.ts'
import { type Found, readerOf } from './reading.ts'
import { malformedQuery, refuse, type Scope } from './scope.ts'
import type { Clause } from './tokens.ts'

/** The radius of the earth, by what `DISTANCE()` measures in. */
const RADIUS: Readonly<Record<string, number>> = { "'km'": 6371.009, "'mi'": 3958.761 }

const pointSchema = z.object({ latitude: z.number(), longitude: z.number() })
type Point = Readonly<z.infer<typeof pointSchema>>

/** A place of a record, or one place for all of them. */
interface Place {
  readonly key: string
  readonly path: FieldPath | undefined
  readonly at: (found: Found) => Point | null
}

/**
 * `DISTANCE(place, place, 'mi' or 'km')`: how far one field of places lies from another, or from a `GEOLOCATION()`.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_geolocate.htm
 */
export function distanceOf(scope: Scope, call: Call, clause: Clause): Expression {
  const [first, second, given] = call.parameters ?? []
  const unit = typeof given === 'string' ? given.toLowerCase() : ''
  const radius = RADIUS[unit]
  const from = placeOf(scope, first, clause)
  const to = placeOf(scope, second, clause)
  const path = from?.path ?? to?.path
  if (!from || !to || !path || radius === undefined) throw misused(scope, clause)
  const field = { ...path.field, type: 'double', filterable: true, sortable: true }
  return {
    key: `DISTANCE(${from.key},${to.key},${unit})`,
    written: 'DISTANCE',
    path: { ...path, field },
    type: 'double',
    isFunction: true,
    read: (found) => between(from.at(found), to.at(found), radius),
  }
}

function misused(scope: Scope, clause: Clause) {
  const explanation = 'DISTANCE takes two places, one of them a field, and mi or km'
  return refuse(scope, { name: 'DISTANCE', clause }, malformedQuery(explanation))
}

function placeOf(
  scope: Scope,
  given: string | Call | undefined,
  clause: Clause,
): Place | undefined {
  if (given === undefined) return undefined
  if (typeof given !== 'string') return fixedPlace(given)
  const path = pathOf(scope, given, clause)
  if (path.field.type !== 'address' && path.field.type !== 'location') return undefined
  const read = readerOf(path, scope.source)
  return { key: path.name, path, at: (found) => pointOf(read(found)) }
}

function fixedPlace({ functionName, parameters = [] }: Call): Place | undefined {
  const [latitude = Number.NaN, longitude = Number.NaN] = parameters.map(Number)
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (functionName?.toUpperCase() !== 'GEOLOCATION' || !isPlace) return undefined
  const point = { latitude, longitude }
  return { key: `${latitude},${longitude}`, path: undefined, at: () => point }
}

function pointOf(value: unknown): Point | null {
  return pointSchema.safeParse(value).data ?? null
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2

/** Along the surface of the earth, by the haversine of the angle. */
function between(from: Point | null, to: Point | null, radius: number): number | null {
  if (!from || !to) return null
  const along =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      half(from.longitude, to.longitude)
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(along)))
}
