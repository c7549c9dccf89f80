import { all, text, texts, type Element } from './element.ts'
import { columnProblems } from './layouts.ts'
import {
  followsParent,
  hasField,
  ofType,
  picklistValues,
  type Model,
  type ObjectModel,
} from './model.ts'
import type { Component } from './package-files.ts'
import { problemsOf, type Problem } from './problem.ts'

const neverFiltered = new Set(['LongTextArea', 'Html', 'EncryptedText'])

function filterProblems(object: ObjectModel | undefined, filter: Element): string[] {
  const name = text(filter, 'field') ?? ''
  const field = object?.fields.get(name)
  if (!field) return columnProblems(object, name)
  if (neverFiltered.has(field.type)) return [`${name} cannot be filtered by`]
  const known = picklistValues(field)
  const values = (text(filter, 'value') ?? '').split(',').filter((value) => value !== '')
  const unknown = values.filter((value) => known && !known.includes(value))
  return unknown.map((value) => `${name} is never "${value}"`)
}

function listViewProblems({ root, object: name }: Component, model: Model): string[] {
  const object = model.objects.get(name)
  const columns = texts(root, 'columns')
  const isOwned = object !== undefined && !followsParent(object)
  return [
    ...columns.flatMap((column) => columnProblems(object, column)),
    ...columns
      .filter((column) => neverFiltered.has(object?.fields.get(column)?.type ?? ''))
      .map((column) => `${column} is too long for a column`),
    ...(text(root, 'filterScope') === 'Mine' && !isOwned ? ['nobody owns a detail record'] : []),
    ...all(root, 'filters').flatMap((filter) => filterProblems(object, filter)),
  ]
}

function compactProblems({ root, object: name }: Component, model: Model): string[] {
  const object = model.objects.get(name)
  const fields = texts(root, 'fields')
  const tooLong = fields.filter((f) =>
    ['LongTextArea', 'Html', 'MultiselectPicklist'].includes(object?.fields.get(f)?.type ?? ''),
  )
  return [
    ...fields
      .filter((field) => object && !hasField(object, field))
      .map((field) => `there is no field ${field}`),
    ...tooLong.map((field) => `${field} does not fit a compact layout`),
    ...(fields.length > 10 ? ['a compact layout has ten fields at most'] : []),
  ]
}

/** Returns what is wrong with list views, compact layouts and tabs. */
export function viewProblems(model: Model): Problem[] {
  const tabs = ofType(model, 'CustomTab')
  return [
    ...ofType(model, 'ListView').flatMap((view) =>
      problemsOf(view.file)(...listViewProblems(view, model)),
    ),
    ...ofType(model, 'CompactLayout').flatMap((compact) =>
      problemsOf(compact.file)(...compactProblems(compact, model)),
    ),
    ...tabs
      .filter((tab) => !model.objects.get(tab.name)?.root)
      .flatMap((tab) => problemsOf(tab.file)(`there is no object ${tab.name}`)),
  ]
}
