import { all, isTrue, text, texts } from './element.ts'
import { picklistValues, type Field } from './model.ts'

interface Shape {
  readonly needs?: readonly string[]
  readonly refuses?: readonly string[]
  /** Smallest and largest value of numeric elements. */
  readonly within?: Readonly<Record<string, readonly [number, number]>>
}

const notForText = ['precision', 'scale', 'valueSet', 'referenceTo']
const neverRequired = ['required', 'unique', 'externalId', 'defaultValue']
const numeric: Shape = {
  needs: ['precision', 'scale'],
  refuses: ['length', 'visibleLines', 'valueSet'],
  within: { precision: [1, 18], scale: [0, 17] },
}
const plain: Shape = { refuses: ['length', 'precision', 'scale', 'visibleLines', 'valueSet'] }

/** What each type of field needs beside a name and a label, and what Salesforce refuses on it. */
const shapes: Readonly<Record<string, Shape>> = {
  Text: {
    needs: ['length'],
    refuses: ['visibleLines', ...notForText],
    within: { length: [1, 255] },
  },
  LongTextArea: {
    needs: ['length', 'visibleLines'],
    refuses: [...neverRequired, ...notForText],
    within: { length: [256, 131_072], visibleLines: [2, 50] },
  },
  Html: {
    needs: ['length', 'visibleLines'],
    refuses: [...neverRequired, ...notForText],
    within: { length: [256, 131_072], visibleLines: [10, 50] },
  },
  TextArea: plain,
  Picklist: { needs: ['valueSet'], refuses: ['length', 'precision', 'visibleLines', 'unique'] },
  MultiselectPicklist: {
    needs: ['valueSet', 'visibleLines'],
    refuses: ['length', 'precision', 'unique', 'externalId'],
    within: { visibleLines: [3, 10] },
  },
  Number: numeric,
  Percent: numeric,
  Currency: numeric,
  Checkbox: { needs: ['defaultValue'], refuses: ['required', 'unique', 'length'] },
  Date: plain,
  DateTime: plain,
  Time: plain,
  Email: plain,
  Phone: plain,
  Url: plain,
  Lookup: { needs: ['referenceTo'], refuses: ['length', 'relationshipOrder', 'unique'] },
  MasterDetail: {
    needs: ['referenceTo', 'relationshipName', 'relationshipOrder'],
    refuses: ['required', 'deleteConstraint', 'lookupFilter', 'defaultValue'],
  },
  AutoNumber: { needs: ['displayFormat'], refuses: ['required', 'length'] },
}

const formulaShape: Shape = {
  refuses: ['required', 'unique', 'externalId', 'defaultValue', 'length'],
}

function shapeProblems({ root, type }: Field, shape: Shape): string[] {
  const present = (name: string) => all(root, name).length > 0
  const ranges = Object.entries(shape.within ?? {}).filter(([name]) => present(name))
  const outside = ranges.filter(([name, [least, most]]) => {
    const value = Number(text(root, name))
    return value < least || value > most
  })
  return [
    ...(shape.needs ?? []).filter((name) => !present(name)).map((n) => `${type} needs ${n}`),
    ...(shape.refuses ?? []).filter(present).map((name) => `${type} cannot have ${name}`),
    ...outside.map(([name, [least, most]]) => `${name} must be ${least} to ${most}`),
  ]
}

const uniqueTypes = new Set(['Text', 'Number', 'Email', 'AutoNumber'])

function keyProblems({ root, type }: Field): string[] {
  const sentences: string[] = []
  const [external, unique] = [isTrue(root, 'externalId'), isTrue(root, 'unique')]
  if ((external || unique) && !uniqueTypes.has(type)) sentences.push(`${type} cannot be a key`)
  // Upsert by an external id that is not unique needs "View All Data".
  if (external && !unique) sentences.push('an external id that is upserted by must be unique')
  if (all(root, 'caseSensitive').length > 0 && !unique)
    sentences.push('caseSensitive belongs to unique text only')
  return sentences
}

function picklistProblems(field: Field): string[] {
  const values = picklistValues(field)
  if (!values) return []
  const [definition] = all(field.root, 'valueSet').flatMap((set) => all(set, 'valueSetDefinition'))
  const defaults = definition?.children.filter((value) => isTrue(value, 'default')) ?? []
  const lower = values.map((value) => value.toLowerCase())
  return [
    ...(values.length === 0 || values.length > 1000 ? ['a picklist has 1 to 1,000 values'] : []),
    ...(new Set(lower).size < lower.length ? ['a picklist names a value twice'] : []),
    ...(defaults.length > 1 ? ['a picklist has one default at most'] : []),
  ]
}

/** Returns what Salesforce would refuse about one field on its own. */
export function fieldProblems(field: Field): string[] {
  const { root, type } = field
  const isFormula = texts(root, 'formula').length > 0
  const shape = isFormula ? formulaShape : (shapes[type] ?? {})
  const setNull = isTrue(root, 'required') && text(root, 'deleteConstraint') === 'SetNull'
  return [
    ...['type', 'label'].filter((name) => !text(root, name)).map((name) => `${name} is missing`),
    ...shapeProblems(field, shape),
    ...keyProblems(field),
    ...picklistProblems(field),
    ...(setNull ? ['a required lookup cannot be set to null when its record is deleted'] : []),
  ]
}
