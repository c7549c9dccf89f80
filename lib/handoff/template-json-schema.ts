import * as z from 'zod/mini'
import { conditionSchema } from './condition.ts'
import { questionSchema } from './question.ts'
import { templateSchema } from './template.ts'

/** The template's schema as JSON Schema, for editors. What it cannot say, such as dangling references, `checkTemplate` finds. */
export function templateJsonSchema(): z.core.JSONSchema.BaseSchema {
  const names = z.registry<{ id: string }>()
  names.add(conditionSchema, { id: 'condition' })
  names.add(questionSchema, { id: 'question' })
  const schema = z.toJSONSchema(templateSchema, { io: 'input', metadata: names })
  return { ...schema, title: 'Handoff template' }
}
