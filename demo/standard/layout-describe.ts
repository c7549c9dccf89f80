import { makeId } from '../org/ids.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import { layoutOf, type RelatedList } from './layouts.ts'
import { recordTypesOf } from './object-info.ts'

/** Whose layout, and the objects its related lists may name. */
export interface LaidOut {
  readonly describe: ObjectDescribe
  readonly find: (objectName: string) => ObjectDescribe | undefined
  /** The values a record type offers of a picklist; all where it says nothing. */
  readonly offered: (recordTypeId: string, field: FieldDescribe) => readonly string[] | undefined
  /** Tells the layouts of an org's objects apart. */
  readonly place: number
}

/**
 * The one layout of an object, for all its record types.
 * https://developer.salesforce.com/docs/platform/api/guide/sforce-api-calls-describelayoutresult.html
 */
export function describedLayouts(laidOut: LaidOut) {
  const layout = describedLayout(laidOut)
  const types = recordTypesOf(laidOut.describe)
  const picklists = laidOut.describe.fields.filter(({ type }) => type.endsWith('picklist'))
  const recordTypeMappings = types.map((info) => {
    const picklistsForRecordType = picklists.map((field) => {
      const offered = laidOut.offered(String(info['recordTypeId']), field)
      const picklistValues = field.picklistValues.filter(
        ({ active, value }) => active && (offered?.includes(value) ?? true),
      )
      return { picklistName: field.name, picklistValues }
    })
    return Object.assign({}, info, { layoutId: layout.id, picklistsForRecordType })
  })
  const choices = types.filter(({ available, master }) => available === true && master !== true)
  return { layouts: [layout], recordTypeMappings, recordTypeSelectorRequired: [choices.length > 1] }
}

/** A layout as REST describes it, without buttons and quick actions. */
export function describedLayout({ describe, find, place }: LaidOut) {
  const id = makeId('00h', place)
  const { sections, related } = layoutOf(describe)
  const described = sections
    .map(({ title, fields }, at) => {
      const shown = fields.flatMap((name) => fieldOf(describe, name) ?? [])
      return sectionOf({ title, fields: shown }, { id, at: place * 10 + at })
    })
    .filter(({ rows }) => rows > 0)
  return {
    buttonLayoutSection: null,
    detailLayoutSections: described,
    editLayoutSections: described,
    feedView: null,
    highlightsPanelLayoutSection: null,
    id,
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: related.flatMap((list) => relatedListOf(list, find)),
    saveOptions: [],
  }
}

/**
 * The compact layout that every object has: what stands out at the head of a record.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-sobject-compactlayouts-get.html
 */
export function describedCompactLayouts({ describe }: LaidOut) {
  const [name, label] = ['SYSTEM', 'System Default']
  const highlights = layoutOf(describe).highlights.flatMap((one) => fieldOf(describe, one) ?? [])
  const named = describe.fields.filter((field) => field['nameField'] === true)
  const fieldItems = [...new Set([...named, ...highlights])].map((field, at) => itemOf(field, at))
  return {
    compactLayouts: [
      { actions: [], fieldItems, id: null, imageItems: [], label, name, objectType: describe.name },
    ],
    defaultCompactLayoutId: null,
    recordTypeCompactLayoutMappings: recordTypesOf(describe).map((info) => ({
      available: info['available'],
      compactLayoutId: null,
      compactLayoutName: name,
      recordTypeId: info['recordTypeId'],
      recordTypeName: info['name'],
      urls: {},
    })),
  }
}

interface Placed {
  readonly id: string
  readonly at: number
}

/** Two fields stand in a row. */
function sectionOf(
  { title, fields }: { readonly title: string; readonly fields: readonly FieldDescribe[] },
  { id, at }: Placed,
) {
  const items = fields.map((field, place) => itemOf(field, place))
  const layoutRows = items
    .filter((_, place) => place % 2 === 0)
    .map((item, row) => ({ layoutItems: [item, ...items.slice(row * 2 + 1, row * 2 + 2)] }))
    .map(({ layoutItems }) => ({ layoutItems, numItems: layoutItems.length }))
  return {
    collapsed: false,
    columns: 2,
    heading: title,
    layoutRows,
    layoutSectionId: makeId('01B', at),
    parentLayoutId: id,
    rows: layoutRows.length,
    tabOrder: 'LeftToRight',
    useCollapsibleSection: true,
    useHeading: true,
  }
}

function itemOf(field: FieldDescribe, place: number) {
  const { name, label, nillable, createable, updateable, type } = field
  const required = !nillable && createable && type !== 'boolean'
  const component = { displayLines: 1, tabOrder: place + 1, type: 'Field', value: name }
  return {
    editableForNew: createable,
    editableForUpdate: updateable,
    label: label.replace(/ ID$/, ''),
    layoutComponents: [{ details: field, ...component }],
    placeholder: false,
    required,
  }
}

function relatedListOf(list: RelatedList, find: LaidOut['find']) {
  const child = find(list.object)
  if (!child) return []
  const columns = list.columns.flatMap((name) => {
    const field = fieldOf(child, name)
    if (!field) return []
    const { relationshipName, sortable, label } = field
    const path = relationshipName === null ? name : `${relationshipName}.Name`
    const lookupId = relationshipName === null ? null : `${relationshipName}.Id`
    const told = { field: `${child.name}.${name}`, fieldApiName: path, format: null, label }
    return [{ ...told, lookupId, name: path, sortable }]
  })
  const [column, direction] = list.order?.split(' ') ?? []
  const isAscending = direction !== 'DESC'
  return [
    {
      accessLevelRequiredForCreate: null,
      buttons: [],
      columns,
      custom: child.custom,
      field: list.lookup,
      label: list.title,
      limitRows: 5,
      name: list.name,
      sobject: child.name,
      sort: column === undefined ? [] : [{ ascending: isAscending, column }],
    },
  ]
}
