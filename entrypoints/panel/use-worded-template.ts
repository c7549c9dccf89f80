import { useMemo } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { useTemplate } from '#components/hooks/use-template.ts'
import { inOrgWords } from '#lib/handoff/org-words.ts'

/** A template to read a handoff with, with the org's own words for the choices of its fields. */
export function useWordedTemplate(reference: Parameters<typeof useTemplate>[0]) {
  const { picklists } = useSetting()
  const known = useTemplate(reference)
  return useMemo(() => known && inOrgWords(known, picklists), [known, picklists])
}
