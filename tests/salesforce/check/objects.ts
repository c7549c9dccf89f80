import { all, isTrue, text, type Element } from './element.ts'
import {
  everyField,
  fieldsOf,
  hasField,
  type Field,
  type Model,
  type ObjectModel,
} from './model.ts'
import { problemsOf, type Problem } from './problem.ts'

const LONG_TEXT_PER_OBJECT = 1_638_400

/** Standard objects that our lookups may refer to. */
const standardObjects = new Set(
  'Account Campaign Case Contact Contract Lead Opportunity User'.split(' '),
)

function sharingProblems(object: ObjectModel): string[] {
  const { root } = object
  if (!root) return []
  const masters = fieldsOf(object).filter(({ type }) => type === 'MasterDetail').length
  const follows = text(root, 'sharingModel') === 'ControlledByParent'
  return [
    ...(masters > 0 && !follows ? ['a detail object must be ControlledByParent'] : []),
    ...(masters === 0 && follows ? ['ControlledByParent needs a master-detail field'] : []),
    ...(masters > 2 ? ['an object has two master-detail fields at most'] : []),
  ]
}

function nameFieldProblems(root: Element): string[] {
  const [nameField] = all(root, 'nameField')
  const format = nameField && text(nameField, 'displayFormat')
  const isNumbered = nameField && text(nameField, 'type') === 'AutoNumber'
  if (isNumbered && !/\{0+\}/.test(format ?? '')) return ['the auto number needs a {0} format']
  return []
}

function declarationProblems(object: ObjectModel, model: Model): string[] {
  const { root, name } = object
  if (!root) return name.endsWith('__c') ? ['the object file is missing'] : []
  const compact = text(root, 'compactLayoutAssignment') ?? 'SYSTEM'
  const isThere = model.components.some(
    (each) => each.type === 'CompactLayout' && each.object === name && each.name === compact,
  )
  const listed = all(root, 'searchLayouts').flatMap(({ children }) => children)
  const needed = ['label', 'pluralLabel', 'nameField', 'sharingModel', 'deploymentStatus']
  return [
    ...needed.filter((each) => all(root, each).length === 0).map((each) => `${each} is missing`),
    ...(compact === 'SYSTEM' || isThere ? [] : [`there is no compact layout ${compact}`]),
    ...listed.filter((f) => !hasField(object, f.text)).map((f) => `there is no field ${f.text}`),
    ...nameFieldProblems(root),
  ]
}

function amountProblems(object: ObjectModel): string[] {
  const { root } = object
  const each = fieldsOf(object)
  const tracked = each.filter((field) => isTrue(field.root, 'trackHistory')).length
  const longTexts = each.filter(({ type }) => type === 'LongTextArea' || type === 'Html')
  const characters = longTexts.reduce((sum, field) => sum + Number(text(field.root, 'length')), 0)
  const lookups = each.filter(({ type }) => type === 'Lookup' || type === 'MasterDetail').length
  const keys = each.filter((field) => isTrue(field.root, 'externalId')).length
  const hasHistory = root !== undefined && isTrue(root, 'enableHistory')
  return [
    ...(tracked > 0 && !hasHistory ? ['fields track history, the object does not'] : []),
    ...(tracked > 20 ? ['history is kept for 20 fields at most'] : []),
    ...(characters > LONG_TEXT_PER_OBJECT ? ['the long texts are too long together'] : []),
    ...(lookups > 40 ? ['an object has 40 relationships at most'] : []),
    ...(keys > 25 ? ['an object has 25 external ids at most'] : []),
  ]
}

function targetProblems(field: Field, model: Model): string[] {
  const target = text(field.root, 'referenceTo')
  if (target === undefined || standardObjects.has(target)) return []
  return model.objects.get(target)?.root ? [] : [`there is no object ${target}`]
}

/** Two lookups cannot give the same name to the way back from their parent. */
function relationshipProblems(model: Model): Problem[] {
  const seen = new Map<string, string>()
  return everyField(model).flatMap((field) => {
    const back = text(field.root, 'relationshipName')
    if (back === undefined) return []
    const key = `${text(field.root, 'referenceTo') ?? ''}.${back}`.toLowerCase()
    const other = seen.get(key)
    seen.set(key, field.file)
    return other === undefined ? [] : problemsOf(field.file)(`${key} is taken by ${other}`)
  })
}

function problemsWith(object: ObjectModel, model: Model): Problem[] {
  return problemsOf(object.file)(
    ...sharingProblems(object),
    ...declarationProblems(object, model),
    ...amountProblems(object),
  )
}

/** Returns what is wrong with objects: their sharing, names, limits and the ways between them. */
export function objectProblems(model: Model): Problem[] {
  return [
    ...[...model.objects.values()].flatMap((object) => problemsWith(object, model)),
    ...everyField(model).flatMap((field) =>
      problemsOf(field.file)(...targetProblems(field, model)),
    ),
    ...relationshipProblems(model),
  ]
}
