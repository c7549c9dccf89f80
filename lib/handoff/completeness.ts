import type { Assessment } from './assessment.ts'
import { createAssessor } from './assessor.ts'
import type { Circumstances } from './circumstances.ts'
import type { Draft } from './draft.ts'
import type { Template } from './template.ts'

/** How a draft stands, computed from nothing. `createAssessor` gives the same while a draft is being written. */
export function assess(template: Template, draft: Draft, circumstances: Circumstances): Assessment {
  return createAssessor(template)(draft, circumstances)
}
