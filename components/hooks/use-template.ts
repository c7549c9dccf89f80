import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Template } from '#lib/handoff/template.ts'
import { packagedTemplates } from '#lib/templates/packaged.ts'
import { ask, queries } from './segue.ts'

/** How the built-in templates are read. Whoever will show one can do it ahead. */
export const builtInQuery = {
  queryKey: ['templates'],
  queryFn: () => packagedTemplates((address) => fetch(address)),
}

/** Which templates there are, and where each comes from. */
export const listedQuery = {
  queryKey: ['templates', 'listed'],
  queryFn: () => ask('template.list', {}),
}

/** All built-in templates; empty while they are loading. */
function useTemplates(): readonly Template[] {
  const { data = none } = useQuery(builtInQuery)
  return data
}

/** The built-in templates and then those of the company and the imported ones, whose words are the nearer. */
export function useAllTemplates(): readonly Template[] {
  const builtIn = useTemplates()
  const { data: own = none } = useQuery({ queryKey: ['templates', 'own'], queryFn: readOwn })
  return useMemo(() => [...builtIn, ...own], [builtIn, own])
}

async function readOwn(): Promise<readonly Template[]> {
  const listed = await queries.fetchQuery(listedQuery)
  const own = listed.filter(({ from }) => from !== 'built-in')
  const read = own.map(({ key, version }) => ask('template.read', { key, version }))
  return (await Promise.all(read)).filter((one) => one !== null)
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

/** A built-in template need not be sent by the worker, unless an own one has taken its place: that lies on the worker's shelf. */
async function readTemplate({ key, version }: Reference): Promise<Template | null> {
  const [builtIn, listed] = await Promise.all([
    queries.fetchQuery(builtInQuery),
    queries.fetchQuery(listedQuery),
  ])
  const isThat = (one: Reference) => one.key === key && one.version === version
  const isOwn = listed.find(isThat)?.from !== 'built-in'
  return (isOwn ? undefined : builtIn.find(isThat)) ?? ask('template.read', { key, version })
}
