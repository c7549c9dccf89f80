import type { Template } from '#lib/handoff/template.ts'

/** Each built-in template in a file of its own, so that a surface loads the one it shows and no other. */
export const templateFiles: Readonly<Record<string, () => Promise<Template>>> = {
  'ae-csm': async () => (await import('#lib/templates/ae-csm.ts')).aeCsm,
  'sdr-ae': async () => (await import('#lib/templates/sdr-ae.ts')).sdrAe,
  territory: async () => (await import('#lib/templates/territory.ts')).territory,
  'csm-csm': async () => (await import('#lib/templates/csm-csm.ts')).csmCsm,
}
