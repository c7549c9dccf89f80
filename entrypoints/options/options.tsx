import { useQuery } from '@tanstack/react-query'
import { Suspense, useSyncExternalStore } from 'react'
import { useOwnOrg } from '#components/hooks/use-own-org.ts'
import { OptionsLayout } from '#components/options/options-layout.tsx'
import { identityQuery } from './org-queries.ts'
import { sections } from './sections.ts'

/** The settings: the navigation, and the section that the address names. */
export function Options() {
  const hash = useSyncExternalStore(onHashChange, readHash)
  const { data } = useQuery(identityQuery)
  useOwnOrg(data?.outcome === 'ok' ? data.value.host : undefined)
  const shown = sections.find(({ key }) => key === hash) ?? sections[0]
  if (!shown) return null
  return (
    <OptionsLayout sections={sections} shown={shown.key}>
      <Suspense fallback={<p>Opening…</p>}>
        <shown.Section key={shown.key} />
      </Suspense>
    </OptionsLayout>
  )
}

function onHashChange(listener: () => void): () => void {
  const controller = new AbortController()
  addEventListener('hashchange', listener, { signal: controller.signal })
  return () => controller.abort()
}

const readHash = () => location.hash.slice(1)
