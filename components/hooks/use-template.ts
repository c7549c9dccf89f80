import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Template } from '#lib/handoff/template.ts'
import { packagedTemplates } from '#lib/templates/packaged.ts'
import { ask, queries } from './segue.ts'

type Reference = Pick<Template, 'key' | 'version'>

/** How the built-in templates are read. Whoever will show one can do it ahead. */
export const builtInQuery = {
  queryKey: ['templates'],
  queryFn: () => packagedTemplates((address) => fetch(address)),
}

/** Which templates there are besides the built-in ones. */
export const ownQuery = {
  queryKey: ['templates', 'own'],
  queryFn: async (): Promise<readonly Reference[]> => {
    const listed = await ask('template.list', {})
    return listed
      .filter(({ from }) => from !== 'built-in')
      .map(({ key, version }) => ({ key, version }))
  },
}

/** All built-in templates; empty while they are loading. */
function useTemplates(): readonly Template[] {
  const { data = none } = useQuery(builtInQuery)
  return data
}

/** The built-in templates and then those of the company and the imported ones, whose words are the nearer. */
export function useAllTemplates(): readonly Template[] {
  const builtIn = useTemplates()
  const { data: own = none } = useQuery({ queryKey: ['templates', 'read'], queryFn: readOwn })
  return useMemo(() => [...builtIn, ...own], [builtIn, own])
}

async function readOwn(): Promise<readonly Template[]> {
  const own = await queries.fetchQuery(ownQuery)
  const read = own.map((reference) => ask('template.read', reference))
  return (await Promise.all(read)).filter((one) => one !== null)
}

const none: readonly Template[] = []

/** A template of that version, else the newest of its key; undefined while it is loading, null when there is none. */
export function useTemplate(reference: Reference | undefined): Template | null | undefined {
  const { data } = useQuery({
    queryKey: ['template', reference?.key, reference?.version],
    enabled: reference !== undefined,
    queryFn: () => (reference ? readTemplate(reference) : null),
  })
  return data
}

/** A built-in template need not be sent by the worker, unless an own one has taken its place: that lies on the worker's shelf. */
async function readTemplate({ key, version }: Reference): Promise<Template | null> {
  const [builtIn, own] = await Promise.all([
    queries.fetchQuery(builtInQuery),
    queries.fetchQuery(ownQuery),
  ])
  const isThat = (one: Reference) => one.key === key && one.version === version
  const shipped = own.some(isThat) ? undefined : builtIn.find(isThat)
  return shipped ?? ask('template.read', { key, version })
}
