import { useSetting } from '#components/handoff/setting.ts'
import { type Formats, percent } from '#components/ui/formats.ts'
import { type Coverage, methodologyCoverage } from '#lib/handoff/methodology.ts'
import type { Template } from '#lib/handoff/template.ts'
import { useDesk } from './desk.ts'

/** How much of each methodology is known, such as "MEDDPICC: 81% covered". */
export function coverageWords(coverage: readonly Coverage[], formats: Formats): readonly string[] {
  return coverage.flatMap(({ pack, share }) =>
    share === null ? [] : [`${pack}: ${percent(share, formats)} covered`],
  )
}

/** How much of each methodology a handoff covers; nothing for those to whom some answers are not shown. */
export function CoverageLine({ template }: { readonly template: Template | undefined }) {
  const { formats, me } = useSetting()
  const { packet, outgoing, incoming } = useDesk().handoff
  const isParty = [outgoing.userId, incoming?.userId].includes(me.userId)
  if (!template || !packet || !isParty) return null
  const words = coverageWords(methodologyCoverage(template, packet), formats)
  return words.map((sentence) => <p key={sentence}>{sentence}</p>)
}
