import { nameFieldsOf } from '../standard/object-info.ts'
import { visibleObjects } from '../org/definition-rows.ts'
import { accessFor, ok, type Call, type Reply } from './call.ts'
import { replyToFailure } from './failure.ts'
import { byMethod } from './row-routes.ts'

/**
 * `/ui-api/records/batch/<ids>`, `/ui-api/object-info/batch/<names>`: each as if it had been asked for alone.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_batch_results.htm
 */
export function uiBatchOf(one: (call: Call) => Reply): (call: Call) => Reply {
  return (call) =>
    byMethod(call, {
      GET: () => {
        const [api = '', resource = '', , names = ''] = call.path
        const results = names.split(',').map((name) => {
          const path = [api, resource, name.trim()]
          const { status, body } = answered(() => one({ ...call, path }))
          return { result: body, statusCode: status }
        })
        return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results })
      },
    })
}

function answered(ask: () => Reply): Reply {
  try {
    return ask()
  } catch (error) {
    return replyToFailure(error)
  }
}

/**
 * `/ui-api/object-info`: which objects there are.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_object_directory.htm
 */
export function uiObjects(call: Call): Reply {
  const { org, version } = call.caller
  const shown = visibleObjects(org.state, accessFor(call.caller)).filter(
    (describe) => describe['layoutable'] === true,
  )
  const objects = shown.map((describe) => {
    const { name: apiName, keyPrefix, label, labelPlural } = describe
    const objectInfoUrl = `/services/data/v${version}/ui-api/object-info/${apiName}`
    const nameFields = nameFieldsOf(describe)
    return [apiName, { apiName, keyPrefix, label, labelPlural, nameFields, objectInfoUrl }] as const
  })
  return byMethod(call, { GET: () => ok({ objects: Object.fromEntries(objects) }) })
}
