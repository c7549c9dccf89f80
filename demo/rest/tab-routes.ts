import type { ObjectDescribe } from '../schema/describe.ts'
import { accessFor, ok, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

/** As the pages have them, in their order. */
const TABS = ['Account', 'Contact', 'Lead', 'Opportunity', 'Case', 'Task', 'Event', 'Product2']
const COLOR = '7F8DE1'

/**
 * `/tabs`: the tabs the caller may open.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-tabs.html
 */
export function tabs(call: Call): Reply {
  const { hosts } = call.caller.org
  const base = `https://${hosts.my}`
  const tab = (describe: ObjectDescribe) => ({
    colors: colors(),
    custom: describe.custom,
    iconUrl: iconOf(base, describe, 32),
    icons: icons(base, describe),
    label: describe.labelPlural,
    miniIconUrl: iconOf(base, describe, 16),
    name: describe.custom ? describe.name : `standard-${describe.name}`,
    sobjectName: describe.name,
    url: `https://${hosts.lightning}/lightning/o/${describe.name}/home`,
  })
  return byMethod(call, { GET: () => ok(shown(call).map(tab)) })
}

/**
 * `/theme`: icons and colours by object.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-themes.html
 */
export function theme(call: Call): Reply {
  const base = `https://${call.caller.org.hosts.my}`
  const themeItems = shown(call).map((describe) => ({
    colors: colors(),
    icons: icons(base, describe),
    name: describe.name,
  }))
  return byMethod(call, { GET: () => ok({ themeItems }) })
}

function shown({ caller }: Call): readonly ObjectDescribe[] {
  const access = accessFor(caller)
  const custom = caller.org.state.schema
    .objects()
    .filter((one) => one.custom && one['layoutable'] === true)
  const names = [...TABS, ...custom.map(({ name }) => name)]
  return names.flatMap((name) => access.describe(name) ?? [])
}

const colors = () => [{ color: COLOR, context: 'primary', theme: 'theme4' }]

function icons(base: string, describe: ObjectDescribe) {
  const url = iconOf(base, describe, 60)
  return [{ contentType: 'image/png', height: 60, theme: 'theme4', url, width: 60 }]
}

const iconOf = (base: string, { custom, name }: ObjectDescribe, size: number): string =>
  custom
    ? `${base}/img/icon/t4v35/custom/custom1_${size}.png`
    : `${base}/img/icon/t4v35/standard/${name.toLowerCase()}_${size}.png`
