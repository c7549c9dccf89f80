import type { Template } from '#lib/handoff/template.ts'
import { aeCsm } from './ae-csm.ts'
import { sdrAe } from './sdr-ae.ts'

/** The templates that come with the product, in the order in which they are offered. */
export const builtInTemplates: readonly Template[] = [sdrAe, aeCsm]

/** The built-in template of that key, if there is one. */
export function templateByKey(key: string): Template | undefined {
  return builtInTemplates.find((template) => template.key === key)
}
