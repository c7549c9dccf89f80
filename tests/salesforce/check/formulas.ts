import { parseSync, type FormulaReturnType } from 'sformula'
import { text } from './element.ts'
import {
  everyField,
  fieldsOf,
  hasField,
  ofType,
  picklistValues,
  type Field,
  type Model,
  type ObjectModel,
} from './model.ts'
import { problemsOf, type Problem } from './problem.ts'

type InputTypes = NonNullable<NonNullable<Parameters<typeof parseSync>[1]>['inputTypes']>
type InputType = NonNullable<InputTypes[string]>

/** How formulas see each type of field. */
const formulaTypes: Readonly<Record<string, FormulaReturnType>> = {
  Number: 'number',
  Percent: 'percent',
  Currency: 'currency',
  Checkbox: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
}

function typeOf(field: Field): InputType {
  const values = (picklistValues(field) ?? []).map((value) => ({ value, label: value }))
  if (field.type === 'Picklist') return { type: 'picklist', picklistValues: values }
  if (field.type === 'MultiselectPicklist') return { type: 'multipicklist', picklistValues: values }
  return { type: formulaTypes[field.type] ?? 'string' }
}

const bool: InputType = { type: 'boolean' }
const anything = { argument: { type: 'any' }, optional: false } as const

/** What every formula may use beside the object's own fields. sformula leaves these three functions out. */
const surroundings: InputTypes = {
  $User: { type: 'object', properties: { Id: { type: 'string' }, Username: { type: 'string' } } },
  Id: { type: 'string' },
  Name: { type: 'string' },
  OwnerId: { type: 'string' },
  CreatedById: { type: 'string' },
  CreatedDate: { type: 'datetime' },
  ISNEW: { type: 'function', arguments: [], returns: bool },
  ISCHANGED: { type: 'function', arguments: [anything], returns: bool },
  PRIORVALUE: { type: 'function', arguments: [anything], returns: { type: 'any' } },
}

/** Salesforce compiles a comparison with a value that a picklist does not have, and it never holds. */
function deadComparisons(formula: string, object: ObjectModel): string[] {
  const compared = formula.matchAll(/\b(?:ISPICKVAL|INCLUDES)\(\s*(\w+)\s*,\s*"([^"]*)"\s*\)/g)
  return [...compared].flatMap(([, name = '', value = '']) => {
    const field = object.fields.get(name)
    const known = field && picklistValues(field)
    return known && value !== '' && !known.includes(value) ? [`${name} is never "${value}"`] : []
  })
}

/** Returns the formula ready to be evaluated on rows of the object. Throws what sformula says when it does not compile. */
export function compiled(formula: string, object: ObjectModel, returnType: FormulaReturnType) {
  const own = fieldsOf(object).map((field) => [field.name, typeOf(field)] as const)
  const inputTypes = { ...surroundings, ...Object.fromEntries(own) }
  return parseSync(formula, { inputTypes, returnType })
}

function sentencesAbout(formula: string, object: ObjectModel, returnType: FormulaReturnType) {
  try {
    compiled(formula, object, returnType)
    return deadComparisons(formula, object)
  } catch (error) {
    return [`the formula does not compile: ${error instanceof Error ? error.message : 'unknown'}`]
  }
}

function ruleProblems(model: Model): Problem[] {
  return ofType(model, 'ValidationRule').flatMap(({ file, object: name, root }) => {
    const object = model.objects.get(name)
    const shown = text(root, 'errorDisplayField')
    if (!object) return []
    return problemsOf(file)(
      ...sentencesAbout(text(root, 'errorConditionFormula') ?? '', object, 'boolean'),
      ...(shown === undefined || hasField(object, shown) ? [] : [`there is no field ${shown}`]),
    )
  })
}

function computedProblems(field: Field, model: Model): Problem[] {
  const formula = text(field.root, 'formula')
  const object = model.objects.get(field.object)
  if (formula === undefined || !object) return []
  const returns = formulaTypes[field.type] ?? 'string'
  return problemsOf(field.file)(...sentencesAbout(formula, object, returns))
}

/** Returns what is wrong with the formulas of validation rules and of formula fields. */
export function formulaProblems(model: Model): Problem[] {
  const computed = everyField(model).flatMap((field) => computedProblems(field, model))
  return [...computed, ...ruleProblems(model)]
}
