import type { ReactNode } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { ago, type Formats } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { KeyHints } from './key-hints.tsx'
import type { Deed } from './listed.ts'
import styles from './inbox.module.css'

interface InboxViewProps {
  /** Whose inbox it is, and in which org. */
  readonly whose: { readonly userName: string; readonly orgName: string }
  /** The address of the page with all of it. */
  readonly wholePage: string
  readonly readAt: string | null
  readonly isAsking: boolean
  readonly formats: Formats
  readonly now: number
  /** The keys that open a handoff on its record; empty when none are bound. */
  readonly shortcut: string
  /** What some row of its list offers. */
  readonly deeds: readonly Deed[]
  /** Whether its list has a filter. */
  readonly hasFilter: boolean
  readonly onRefresh: () => void
  readonly children: ReactNode
}

/** The popup around its list: whose it is, how old it is, and the keys. */
export function InboxView(props: InboxViewProps) {
  const { whose, isAsking, readAt, formats, now, shortcut, onRefresh } = props
  const read = readAt === null ? '' : `read ${ago(readAt, now, formats)}`
  return (
    <main className={styles['popup']}>
      <header className={styles['head']}>
        <div>
          <h1>Handoffs</h1>
          <p className={styles['whose']}>
            <Name>{whose.userName}</Name> in <Name>{whose.orgName}</Name>
          </p>
        </div>
        <div className={styles['tools']}>
          <a
            className={styles['whole']}
            href={props.wholePage}
            target="_blank"
            rel="noreferrer"
            title="The whole inbox and the figures, in a tab"
          >
            Open in a tab
          </a>
          <IconButton icon="refresh" label="Ask Salesforce again" onClick={onRefresh} />
        </div>
      </header>
      {props.children}
      <footer className={styles['foot']}>
        <KeyHints deeds={props.deeds} hasFilter={props.hasFilter} />
        <output>{isAsking ? 'Asking Salesforce…' : read}</output>
        {shortcut !== '' && (
          <span>
            <kbd>{shortcut}</kbd> on a deal hands it over.
          </span>
        )}
      </footer>
    </main>
  )
}
