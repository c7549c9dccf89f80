import type { Answer, Evidence, Provenance } from '#lib/handoff/answer.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { type Formats, moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import styles from './discussion.module.css'

interface EvidenceListProps {
  readonly answer: Answer
}

function sourceWords(provenance: Provenance, formats: Formats): string {
  if (provenance.from === 'typed') return 'Written'
  if (provenance.from === 'previous-handoff') return `From handoff ${provenance.name}`
  return `Read from ${provenance.label} ${moment(provenance.readAt, formats)}, confirmed`
}

/** Where an answer comes from, and what backs it. */
export function EvidenceList({ answer }: EvidenceListProps) {
  const { formats } = useSetting()
  const words = answer.kind === 'given' ? sourceWords(answer.provenance, formats) : 'Said'
  return (
    <div className={styles['box']}>
      <p className={styles['soft']}>
        {words} by <Name>{answer.by.name}</Name> · {moment(answer.at, formats)}
      </p>
      {answer.kind === 'given' &&
        answer.evidence.map((one) => <Piece key={one.id} evidence={one} />)}
    </div>
  )
}

function Piece({ evidence }: { readonly evidence: Evidence }) {
  const { lightningOrigin, formats } = useSetting()
  const { title, recordId, url, quote, at } = evidence
  const address = url === '' && recordId !== '' ? `${lightningOrigin}/${recordId}` : url
  return (
    <figure className={styles['answer']}>
      <figcaption className={styles['byline']}>
        <SafeLink address={address}>{title === '' ? 'Evidence' : title}</SafeLink>
        {at !== '' && <span>{moment(at, formats)}</span>}
      </figcaption>
      {quote !== '' && (
        <blockquote dir="auto" className={styles['words']}>
          {quote}
        </blockquote>
      )}
    </figure>
  )
}
