import { IconButton } from '#components/ui/button.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { SafeLink, safeAddress } from '#components/ui/safe-link.tsx'
import type { Evidence } from '#lib/handoff/answer.ts'
import { evidenceWords } from './kind-words.ts'
import { recordAddress } from './record-address.ts'
import { when } from './when.ts'
import styles from './evidence-list.module.css'

interface EvidenceListProps {
  readonly evidence: readonly Evidence[]
  readonly formats: Formats
  /** Where records are opened; empty when none can be. */
  readonly lightningOrigin: string
  /** Takes one away; absent for readers. */
  readonly onRemove?: (evidence: Evidence) => void
}

/** What backs an answer: where it is from, the words that count, and the way there. */
export function EvidenceList({ evidence, formats, lightningOrigin, onRemove }: EvidenceListProps) {
  return (
    <ul className={styles['list']} aria-label="Evidence">
      {evidence.map((one) => (
        <li key={one.id} className={styles['evidence']}>
          <div className={styles['head']}>
            <p className={styles['source']}>
              <Source evidence={one} formats={formats} lightningOrigin={lightningOrigin} />
            </p>
            {onRemove && (
              <IconButton
                icon="remove"
                label={`Remove evidence: ${one.title}`}
                onClick={() => onRemove(one)}
              />
            )}
          </div>
          {one.quote !== '' && (
            <blockquote className={styles['quote']} dir="auto">
              {one.quote}
            </blockquote>
          )}
          {one.recipientCanOpen === false && (
            <p className={styles['warning']}>The recipient may not be able to open this yet.</p>
          )}
        </li>
      ))}
    </ul>
  )
}

interface SourceProps extends Pick<EvidenceListProps, 'formats' | 'lightningOrigin'> {
  readonly evidence: Evidence
}

function Source({ evidence, formats, lightningOrigin }: SourceProps) {
  const { kind, title, at, url, recordId } = evidence
  const address = safeAddress(url) ?? recordAddress(lightningOrigin, recordId)
  const named = title.trim() || evidenceWords[kind]
  return (
    <>
      <span className={styles['kind']}>{evidenceWords[kind]}</span>{' '}
      <SafeLink address={address}>
        <Name>{named}</Name>
      </SafeLink>
      {at !== '' && <span className={styles['when']}>{when(at, formats)}</span>}
    </>
  )
}
