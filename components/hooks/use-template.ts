import { useQuery } from '@tanstack/react-query'
import { ask } from './segue.ts'
import { templateFiles } from './template-files.ts'
import type { Template } from '#lib/handoff/template.ts'

/** All built-in templates; empty while they are loading. */
export function useTemplates(): readonly Template[] {
  const { data = none } = useQuery({
    queryKey: ['templates'],
    queryFn: () => Promise.all(Object.values(templateFiles).map((load) => load())),
  })
  return data
}

const none: readonly Template[] = []

type Reference = Pick<Template, 'key' | 'version'>

/** A template of that version, else the newest of its key; undefined while it is loading, null when there is none. */
export function useTemplate(reference: Reference | undefined): Template | null | undefined {
  const { data } = useQuery({
    queryKey: ['template', reference?.key, reference?.version],
    enabled: reference !== undefined,
    queryFn: () => (reference ? readTemplate(reference) : null),
  })
  return data
}

/** A built-in template needs no worker; whatever else there is lies on its shelf. */
async function readTemplate({ key, version }: Reference): Promise<Template | null> {
  const builtIn = await templateFiles[key]?.()
  return builtIn?.version === version ? builtIn : ask('template.read', { key, version })
}
