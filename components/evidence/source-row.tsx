import { useEffect, useRef } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { ago, type Formats, number } from '#components/ui/formats.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Name } from '#components/ui/name.tsx'
import { evidenceOfLink } from '#lib/handoff/evidence-of.ts'
import type { SourceCard } from '#lib/handoff/evidence-source.ts'
import styles from './sources.module.css'

interface SourceRowProps {
  readonly card: SourceCard
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  /** It was read last: the focus comes back to it. */
  readonly isLastRead: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
}

const formatWords = {
  vtt: 'Transcript',
  srt: 'Transcript',
  text: 'Text',
  markdown: 'Notes',
  pasted: 'Pasted text',
} as const

/** One source: what it is, how old it is here, to be opened or removed. */
export function SourceRow(props: SourceRowProps) {
  const { card, formats, now, isLastRead, onOpen, onRemove } = props
  const open = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isLastRead) open.current?.focus()
  }, [isLastRead])
  const { source, addedAt } = card
  return (
    <li className={styles['card']}>
      <button ref={open} type="button" className={styles['open']} onClick={onOpen}>
        <Icon name={source.kind === 'link' ? 'link' : 'note'} />
        <span className={styles['words']}>
          <span className={styles['label']}>
            <Name>{source.label}</Name>
          </span>
          <span className={styles['soft']}>
            <Name>{aboutOf(source, formats)}</Name> · added {ago(addedAt, now, formats)}
          </span>
        </span>
      </button>
      <IconButton icon="remove" label={`Remove ${source.label}`} onClick={onRemove} />
    </li>
  )
}

function aboutOf(source: SourceCard['source'], formats: Formats): string {
  if (source.kind === 'link') {
    const { at } = evidenceOfLink(source, '', '')
    return at === '' ? 'Recording' : `Recording, ${at}`
  }
  const what = source.start === undefined ? formatWords[source.format] : `“${source.start}”`
  return `${what}, ${number(source.characters, formats)} characters`
}
