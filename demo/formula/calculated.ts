import type { OrgState } from '../org/state.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import type { FormulaType } from './compile.ts'
import { evaluateFormula } from './evaluate.ts'

/** Who reads; formulas may ask for `$User`. */
export interface Reader {
  readonly state: OrgState
  readonly userId: string
}

/** A row with its formula fields worked out, as this user reads it at this moment. */
export function withCalculated(reader: Reader, describe: ObjectDescribe, row: Row): Row {
  const fields = formulaFields(describe)
  if (fields.length === 0) return row
  const whole = reader.state.schema.object(describe.name) ?? describe
  const values = fields.map((field) => [
    field.name,
    calculate({ ...reader, describe: whole, row }, field),
  ])
  return { ...row, ...Object.fromEntries(values) }
}

/** The fields of an object that a formula works out. */
export function formulaFields(describe: ObjectDescribe): readonly FieldDescribe[] {
  return describe.fields.filter((field) => typeof field['calculatedFormula'] === 'string')
}

const RETURN_TYPES: Readonly<Record<string, FormulaType>> = {
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  percent: 'percent',
  currency: 'currency',
  double: 'number',
  int: 'number',
}

function calculate(subject: Parameters<typeof evaluateFormula>[0], field: FieldDescribe): unknown {
  const text = String(field['calculatedFormula'])
  const returnType = RETURN_TYPES[field.type] ?? 'string'
  try {
    return evaluateFormula(subject, { text, returnType }) ?? null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.emitWarning(`Formula field ${subject.describe.name}.${field.name}: ${reason}`)
    return null
  }
}
