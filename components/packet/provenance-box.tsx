import type { Answer, Provenance } from '#lib/handoff/answer.ts'
import { rolesPath, sourceName } from '#lib/handoff/role-names.ts'
import { EvidenceList } from '#components/evidence/evidence-list.tsx'
import { type Setting, useSetting } from '#components/handoff/setting.ts'
import { moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import styles from './discussion.module.css'

interface ProvenanceBoxProps {
  readonly answer: Answer
}

function sourceWords(provenance: Provenance, { formats, picklists }: Setting): string {
  if (provenance.from === 'typed') return 'Written'
  if (provenance.from === 'previous-handoff') return `From handoff ${provenance.name}`
  return `Read from ${sourceName(provenance.label, picklists[rolesPath])} ${moment(provenance.readAt, formats)}, confirmed`
}

/** Where an answer comes from, and what backs it. */
export function ProvenanceBox({ answer }: ProvenanceBoxProps) {
  const setting = useSetting()
  const { formats, lightningOrigin } = setting
  const words = answer.kind === 'given' ? sourceWords(answer.provenance, setting) : 'Said'
  const evidence = answer.kind === 'given' ? answer.evidence : []
  return (
    <div className={styles['box']}>
      <p className={styles['soft']}>
        {words} by <Name>{answer.by.name}</Name> · {moment(answer.at, formats)}
      </p>
      {evidence.length > 0 && <EvidenceList {...{ evidence, formats, lightningOrigin }} />}
    </div>
  )
}
