import { compileFormula } from '../formula/compile.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import type { DuplicateRule, OrgSeed, ValidationRule } from './seed.ts'
import type { OrgState } from './state.ts'

/** Puts the folder's rules, objects and fields as the org spells them; warns of those that refuse nothing as they stand. */
export function putRules(state: OrgState, { validationRules, duplicateRules }: OrgSeed): void {
  const { schema } = state
  const valid = validationRules.map((rule, at) => {
    const describe = schema.object(rule.object)
    for (const fault of validationFaults(state, describe, rule)) {
      process.emitWarning(`validation-rules.json, ${at}.${fault}`)
    }
    return { ...rule, object: describe?.name ?? rule.object }
  })
  const duplicate = duplicateRules.map((rule, at) => {
    const describe = schema.object(rule.object)
    for (const fault of duplicateFaults(describe, rule)) {
      process.emitWarning(`duplicate-rules.json, ${at}.${fault}`)
    }
    const spelled = (name: string) => (describe && fieldOf(describe, name)?.name) ?? name
    return { ...rule, object: describe?.name ?? rule.object, fields: rule.fields.map(spelled) }
  })
  // What the package brings comes after what is the org's own.
  state.validationRules.unshift(...valid)
  state.duplicateRules.push(...duplicate)
}

function validationFaults(
  { file, schema }: OrgState,
  describe: ObjectDescribe | undefined,
  { object, formula, field }: ValidationRule,
): readonly string[] {
  if (!describe) return [noObject(object)]
  const unknown = field && !fieldOf(describe, field) ? [noField('field', describe, field)] : []
  try {
    const { variables } = compileFormula(schema, describe, { text: formula })
    const known = new Set(Object.keys(file.customLabels).map((name) => name.toLowerCase()))
    const labels = variables
      .filter(({ kind }) => kind === 'label')
      .map(({ path }) => path.slice('$Label.'.length))
      .filter((name) => !known.has(name.toLowerCase()))
    return [
      ...labels.map((name) => `formula: customLabels of org.json has no ${name}.`),
      ...unknown,
    ]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [`formula cannot be read, the rule refuses nothing: ${why}`, ...unknown]
  }
}

function duplicateFaults(
  describe: ObjectDescribe | undefined,
  { object, fields }: DuplicateRule,
): readonly string[] {
  if (!describe) return [noObject(object)]
  const unknown = fields.filter((name) => !fieldOf(describe, name))
  return unknown.map((name) => `${noField('fields', describe, name)} The rule refuses nothing.`)
}

const noObject = (name: string): string =>
  `object: the org has no object ${name}, the rule refuses nothing.`

const noField = (place: string, { name }: ObjectDescribe, field: string): string =>
  `${place}: ${name} has no field ${field}.`
