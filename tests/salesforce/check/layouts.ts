import { deep, isTrue, text, texts, type Element } from './element.ts'
import {
  fieldsOf,
  followsParent,
  hasField,
  isComputed,
  isRequired,
  ofType,
  type Model,
  type ObjectModel,
} from './model.ts'
import type { Component } from './package-files.ts'
import { problemsOf, type Problem } from './problem.ts'

/** Related lists that Salesforce adds, with the switch of the object they need. */
const standardLists: Readonly<Record<string, string>> = {
  RelatedActivityList: 'enableActivities',
  RelatedHistoryList: 'enableActivities',
  RelatedEntityHistoryList: 'enableHistory',
  RelatedFileList: '',
  RelatedNoteList: '',
}

const readOnly = new Set(['CreatedById', 'LastModifiedById'])

function isReadOnly(object: ObjectModel, name: string): boolean {
  const field = object.fields.get(name)
  if (field) return isComputed(field)
  const isNumbered = object.root !== undefined && deep(object.root, 'displayFormat').length > 0
  return readOnly.has(name) || (name === 'Name' && isNumbered)
}

function behaviorProblem(object: ObjectModel, name: string, behavior?: string): string[] {
  const field = object.fields.get(name)
  if (isReadOnly(object, name)) return behavior === 'Readonly' ? [] : [`${name} can only be read`]
  if (field && isRequired(field) && behavior !== 'Required') return [`${name} is required`]
  return []
}

function itemProblems(object: ObjectModel, item: Element): string[] {
  const name = text(item, 'field')
  if (name === undefined) return []
  if (!hasField(object, name)) return [`there is no field ${name}`]
  return behaviorProblem(object, name, text(item, 'behavior'))
}

function coverageProblems(object: ObjectModel, placed: readonly string[]): string[] {
  const required = fieldsOf(object)
    .filter(isRequired)
    .map(({ name }) => name)
  const twice = placed.filter((name, index) => placed.indexOf(name) < index)
  return [
    ...['Name', ...required].filter((f) => !placed.includes(f)).map((f) => `${f} must be placed`),
    ...twice.map((name) => `${name} is placed twice`),
  ]
}

function standardListProblems(object: ObjectModel, list: string, needed: string): string[] {
  const isOn = needed === '' || (object.root !== undefined && isTrue(object.root, needed))
  return isOn ? [] : [`${list} needs ${needed}`]
}

function relatedProblems(object: ObjectModel, list: Element, model: Model): string[] {
  const name = text(list, 'relatedList') ?? ''
  const needed = standardLists[name]
  if (needed !== undefined) return standardListProblems(object, name, needed)
  const [child = '', lookup = ''] = name.split('.')
  const field = model.objects.get(child)?.fields.get(lookup)
  if (!field || text(field.root, 'referenceTo') !== object.name)
    return [`there is no related list ${name}`]
  return texts(list, 'fields').flatMap((each) => columnProblems(model.objects.get(child), each))
}

/** List views and related lists call the record's name `NAME`. */
const standardColumns = new Set(
  'NAME CREATED_DATE CREATEDBY_USER LAST_UPDATE UPDATEDBY_USER'.split(' '),
)

/** Returns why a list cannot show a column. */
export function columnProblems(object: ObjectModel | undefined, column: string): string[] {
  if (!object || standardColumns.has(column)) return []
  if (column.startsWith('OWNER.')) return followsParent(object) ? [`${column} has no owner`] : []
  const field = object.fields.get(column)
  return field ? [] : [`there is no column ${column}`]
}

function layoutProblems(component: Component, model: Model): string[] {
  const object = model.objects.get(component.name.split('-')[0] ?? '')
  if (!object?.root) return ['the layout is of no object of this package']
  const items = deep(component.root, 'layoutItems')
  const lists = component.root.children.filter(({ name }) => name === 'relatedLists')
  return [
    ...items.flatMap((item) => itemProblems(object, item)),
    ...coverageProblems(
      object,
      items.flatMap((item) => texts(item, 'field')),
    ),
    ...lists.flatMap((list) => relatedProblems(object, list, model)),
  ]
}

/** Returns what is wrong with page layouts: unknown, missing or repeated fields, and impossible lists. */
export function allLayoutProblems(model: Model): Problem[] {
  return ofType(model, 'Layout').flatMap((layout) =>
    problemsOf(layout.file)(...layoutProblems(layout, model)),
  )
}
