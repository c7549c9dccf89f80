import { all, text, type Element } from './element.ts'
import type { Component } from './package-files.ts'

/** The longest text Salesforce takes, by metadata type and element. */
const longest: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CustomField: { label: 40, description: 1000, inlineHelpText: 510, relationshipName: 40 },
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  ListView: { label: 40 },
  CompactLayout: { label: 80 },
  ValidationRule: { description: 255, errorMessage: 255, errorConditionFormula: 5000 },
  PermissionSet: { label: 80, description: 255 },
  Report: { name: 40, description: 255 },
  ReportType: { label: 50, description: 1000 },
}

/** A developer name: letters first, no two underscores in a row, none at the end, 40 characters. */
const developerName = /^(?=.{1,40}$)[A-Za-z](?:_?[A-Za-z0-9])*$/

const named = new Set(
  'CustomObject CustomField ListView CompactLayout ValidationRule PermissionSet CustomTab'.split(
    ' ',
  ),
)

function isNameWrong({ type, name }: Component): boolean {
  return named.has(type) && !developerName.test(name.replace(/__c$/, ''))
}

function relationshipProblems(root: Element): string[] {
  const name = text(root, 'relationshipName')
  return name === undefined || developerName.test(name) ? [] : [`${name} is not a valid name`]
}

/** Returns names and texts that are longer, or formed otherwise, than Salesforce takes. */
export function lengthProblems(component: Component): string[] {
  const limits = Object.entries(longest[component.type] ?? {})
  const tooLong = limits.filter(([name, most]) =>
    all(component.root, name).some((element) => element.text.length > most),
  )
  return [
    ...(isNameWrong(component) ? [`${component.name} is not a valid name`] : []),
    ...relationshipProblems(component.root),
    ...tooLong.map(([name, most]) => `${name} is longer than ${most} characters`),
  ]
}
