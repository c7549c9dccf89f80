import type { Template } from '#lib/handoff/template.ts'
import { aeCsm } from './ae-csm.ts'
import { csmCsm } from './csm-csm.ts'
import { sdrAe } from './sdr-ae.ts'
import { territory } from './territory.ts'

/** The templates that come with the product, in the order in which they are offered: the first that fits is proposed. */
export const builtInTemplates: readonly Template[] = [sdrAe, aeCsm, territory, csmCsm]

/** The built-in template of that key, if there is one. */
export function templateByKey(key: string): Template | undefined {
  return builtInTemplates.find((template) => template.key === key)
}
