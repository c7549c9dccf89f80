import type { Schema } from '../schema/schema.ts'
import { fieldOf } from '../schema/schema.ts'
import { knownFieldTypes, readCustomField } from './custom-field.ts'
import type { SourceFile } from './source-files.ts'
import { elementsOf, textOf, type Element } from './xml.ts'

/** What is wrong with one component, in Salesforce's words; undefined when it can be deployed. */
export function problemOf(
  file: SourceFile,
  source: readonly SourceFile[],
  schema: Schema,
): string | undefined {
  if (file.error !== undefined) return file.error
  return checks[file.kind]?.(file, { source, schema })
}

interface Surroundings {
  readonly source: readonly SourceFile[]
  readonly schema: Schema
}

type Check = (file: SourceFile, around: Surroundings) => string | undefined

const checks: Readonly<Record<string, Check>> = {
  CustomField: checkField,
  CustomObject: checkObject,
  ValidationRule: checkRule,
  PermissionSet: checkPermissionSet,
}

function checkObject({ element }: SourceFile): string | undefined {
  const missing = ['label', 'pluralLabel'].find((tag) => textOf(element, tag) === undefined)
  if (missing) return `Must specify a non-empty ${missing} for the CustomObject`
  return elementsOf(element, 'nameField').length === 0
    ? 'Must specify a nameField for the CustomObject'
    : undefined
}

function checkField({ element, object }: SourceFile, around: Surroundings): string | undefined {
  const type = textOf(element, 'type') ?? ''
  if (!knownFieldTypes.has(type)) return `'${type}' is not a valid value for the enum 'FieldType'`
  const parent = textOf(element, 'referenceTo')
  if (parent !== undefined && !objectExists(around, parent)) {
    return `referenceTo value of '${parent}' does not resolve to a valid sObject type`
  }
  if ((type === 'Lookup' || type === 'MasterDetail') && parent === undefined) {
    return 'Must specify a referenceTo for a relationship field'
  }
  return objectExists(around, object)
    ? undefined
    : `Entity Enumeration Or ID: bad value for restricted picklist field: ${object}`
}

function checkRule({ element, object }: SourceFile, around: Surroundings): string | undefined {
  if (!objectExists(around, object))
    return `In field: object - no CustomObject named ${object} found`
  const shown = textOf(element, 'errorDisplayField')
  return shown === undefined || fieldIn(around, object, shown)
    ? undefined
    : `In field: errorDisplayField - no CustomField named ${object}.${shown} found`
}

function checkPermissionSet({ element }: SourceFile, around: Surroundings): string | undefined {
  for (const grant of elementsOf(element, 'objectPermissions')) {
    const name = textOf(grant, 'object') ?? ''
    if (!objectExists(around, name)) return `In field: object - no CustomObject named ${name} found`
  }
  for (const grant of elementsOf(element, 'fieldPermissions')) {
    const problem = fieldGrantProblem(grant, around)
    if (problem) return problem
  }
  return undefined
}

/** Required and master-detail fields are everybody's, so no permission set may name them. */
function fieldGrantProblem(grant: Element, around: Surroundings): string | undefined {
  const path = textOf(grant, 'field') ?? ''
  const [object = '', name = ''] = path.split('.')
  const field = fieldIn(around, object, name)
  if (!field) return `In field: field - no CustomField named ${path} found`
  const isOpen = field.custom && !field.nillable && field.type !== 'boolean'
  return isOpen ? `You cannot deploy to a required field: ${path}` : undefined
}

function objectExists({ source, schema }: Surroundings, name: string): boolean {
  if (schema.object(name)) return true
  return source.some(({ kind, fullName }) => kind === 'CustomObject' && fullName === name)
}

function fieldIn({ source, schema }: Surroundings, object: string, name: string) {
  const file = source.find(
    (one) => one.kind === 'CustomField' && one.object === object && one.fullName === name,
  )
  if (file) return readCustomField(file.element)?.field
  const describe = schema.object(object)
  return describe && fieldOf(describe, name)
}
