import { toLongId } from '../org/ids.ts'
import { notFound } from '../records/refusal.ts'
import {
  describedCompactLayouts,
  describedLayout,
  describedLayouts,
  type LaidOut,
} from '../standard/layout-describe.ts'
import { recordTypesOf } from '../standard/object-info.ts'
import { accessFor, describeFor, ok, type Call, type Reply } from './call.ts'
import { namedObjects } from './named-objects.ts'
import { byMethod } from './row-routes.ts'

/**
 * `/sobjects/X/describe/layouts`: how records are laid out.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-layouts.html
 */
export function layouts(call: Call): Reply {
  const laidOut = laidOutBy(call)
  return byMethod(call, { GET: () => ok(describedLayouts(laidOut)) })
}

/** `/sobjects/X/describe/layouts/<record type>`: the layout alone. */
export function layoutOfType(call: Call): Reply {
  const laidOut = laidOutBy(call)
  const asked = toLongId(call.path[4] ?? '')
  const isType = recordTypesOf(laidOut.describe).some((info) => info['recordTypeId'] === asked)
  if (!isType) throw notFound()
  return byMethod(call, { GET: () => ok(describedLayout(laidOut)) })
}

/** `/sobjects/X/describe/compactLayouts`: what stands out at the head of a record. */
export function compactLayouts(call: Call): Reply {
  const laidOut = laidOutBy(call)
  return byMethod(call, { GET: () => ok(describedCompactLayouts(laidOut)) })
}

/**
 * `/compactLayouts?q=X,Y`: the same of several objects, each under its name.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-compact-layouts.html
 */
export function compactLayoutsOf(call: Call): Reply {
  const primary = () =>
    namedObjects(call).map(({ name }) => {
      const [layout] = describedCompactLayouts(laidOutOf(call, name)).compactLayouts
      return [name, layout] as const
    })
  return byMethod(call, { GET: () => ok(Object.fromEntries(primary())) })
}

/**
 * `/sobjects/X/describe/approvalLayouts`: no org here has an approval process.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-approvallayouts-get.html
 */
export function approvalLayouts(call: Call): Reply {
  laidOutBy(call)
  return byMethod(call, { GET: () => ok({ approvalLayouts: [] }) })
}

const laidOutBy = (call: Call): LaidOut => laidOutOf(call, call.path[1] ?? '')

function laidOutOf({ caller }: Call, objectName: string): LaidOut {
  const access = accessFor(caller)
  const { state } = caller.org
  const describe = describeFor(access, objectName)
  if (describe['layoutable'] !== true) throw notFound()
  return {
    describe,
    find: (name) => access.describe(name),
    offered: (recordTypeId, { name }) =>
      state.recordTypes.find(({ id }) => id === recordTypeId)?.picklistValues[name],
    place: state.schema.objects().findIndex(({ name }) => name === describe.name) + 1,
  }
}
