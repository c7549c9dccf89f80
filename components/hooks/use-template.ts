import { useQuery } from '@tanstack/react-query'
import type { Template } from '#lib/handoff/template.ts'

/** Each built-in template in a file of its own, so that a surface loads the one it shows and no other. */
export const templateFiles: Readonly<Record<string, () => Promise<Template>>> = {
  'ae-csm': async () => (await import('#lib/templates/ae-csm.ts')).aeCsm,
  'sdr-ae': async () => (await import('#lib/templates/sdr-ae.ts')).sdrAe,
  territory: async () => (await import('#lib/templates/territory.ts')).territory,
  'csm-csm': async () => (await import('#lib/templates/csm-csm.ts')).csmCsm,
}

/** All built-in templates; empty while they are loading. */
export function useTemplates(): readonly Template[] {
  const { data = none } = useQuery({
    queryKey: ['templates'],
    queryFn: () => Promise.all(Object.values(templateFiles).map((load) => load())),
  })
  return data
}

const none: readonly Template[] = []

/** The template of that key; undefined while it is loading, null when this version does not know it. */
export function useTemplate(key: string | undefined): Template | null | undefined {
  const { data } = useQuery({
    queryKey: ['template', key],
    enabled: key !== undefined,
    queryFn: async () => (await templateFiles[key ?? '']?.()) ?? null,
  })
  return data
}
