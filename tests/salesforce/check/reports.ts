import { all, deep, text, texts, type Element } from './element.ts'
import { ofType, picklistValues, type Field, type Model } from './model.ts'
import type { Component } from './package-files.ts'
import { problemsOf, type Problem } from './problem.ts'

/** Columns that every report on a custom object has. */
const standardColumns = new Set(
  'CUST_NAME CUST_OWNER_NAME CUST_OWNER_ALIAS CUST_CREATED_DATE CUST_CREATED_NAME CUST_LAST_UPDATE'.split(
    ' ',
  ),
)
const neverGrouped = new Set(['LongTextArea', 'Html', 'MultiselectPicklist'])
const numbers = new Set(['Number', 'Percent', 'Currency'])

function fieldAt(column: string, model: Model): Field | undefined {
  const [object = '', name = ''] = column.split('.')
  return model.objects.get(object)?.fields.get(name)
}

function columnProblems(column: string, model: Model): string[] {
  const isKnown = standardColumns.has(column) || fieldAt(column, model) !== undefined
  return isKnown ? [] : [`there is no column ${column}`]
}

function filterProblems(item: Element, model: Model): string[] {
  const column = text(item, 'column') ?? ''
  const field = fieldAt(column, model)
  const known = field && picklistValues(field)
  const values = (text(item, 'value') ?? '').split(',').filter((value) => value !== '')
  return [
    ...columnProblems(column, model),
    ...values.filter((v) => known && !known.includes(v)).map((v) => `${column} is never "${v}"`),
  ]
}

function groupingProblems(root: Element, model: Model): string[] {
  const groups = all(root, 'groupingsDown').flatMap((group) => texts(group, 'field'))
  const columns = new Set(all(root, 'columns').flatMap((column) => texts(column, 'field')))
  const isTabular = text(root, 'format') === 'Tabular'
  return [
    ...groups.flatMap((group) => columnProblems(group, model)),
    ...groups
      .filter((group) => neverGrouped.has(fieldAt(group, model)?.type ?? ''))
      .map((group) => `${group} cannot be grouped by`),
    ...groups.filter((group) => columns.has(group)).map((g) => `${g} is group and column`),
    ...(isTabular === groups.length > 0 ? ['a summary has groups, a table has none'] : []),
  ]
}

function aggregateProblems(column: Element, model: Model): string[] {
  const name = text(column, 'field') ?? ''
  const type = fieldAt(name, model)?.type ?? ''
  return texts(column, 'aggregateTypes').length > 0 && !numbers.has(type)
    ? [`${name} is no number to aggregate`]
    : []
}

function reportProblems({ root, file }: Component, model: Model): string[] {
  const type = text(root, 'reportType') ?? ''
  const object = /^CustomEntity\$(\w+)$/.exec(type)?.[1] ?? ''
  const folder = /^reports\/([^/]+)\//.exec(file)?.[1]
  const folders = ofType(model, 'ReportFolder').map(({ name }) => name)
  const columns = all(root, 'columns')
  return [
    ...(model.objects.get(object)?.root ? [] : [`there is no report type ${type}`]),
    ...(folder !== undefined && folders.includes(folder) ? [] : ['the report has no folder']),
    ...columns.flatMap((column) => columnProblems(text(column, 'field') ?? '', model)),
    ...columns.flatMap((column) => aggregateProblems(column, model)),
    ...deep(root, 'criteriaItems').flatMap((item) => filterProblems(item, model)),
    ...groupingProblems(root, model),
  ]
}

/** Returns what is wrong with reports: types, folders, columns, groups and filters that are not there. */
export function allReportProblems(model: Model): Problem[] {
  return ofType(model, 'Report').flatMap((report) =>
    problemsOf(report.file)(...reportProblems(report, model)),
  )
}
