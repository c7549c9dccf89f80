import { useState } from 'react'
import { Name } from '#components/ui/name.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { evidenceOfLink } from '#lib/handoff/evidence-of.ts'
import type { LinkSource } from '#lib/handoff/evidence-source.ts'
import { PinForm } from './pin-form.tsx'
import type { Pinboard } from './pinning.ts'
import { SourceHead } from './source-head.tsx'
import styles from './source-view.module.css'

interface LinkViewProps {
  readonly source: LinkSource
  readonly board: Pinboard
  readonly question: string | null
  readonly onQuestion: (question: string) => void
  readonly onBack: () => void
}

/** A recording elsewhere, to be pinned with what is said there. */
export function LinkView({ source, board, question, onQuestion, onBack }: LinkViewProps) {
  const [quote, setQuote] = useState('')
  const { at } = evidenceOfLink(source, '', '')
  return (
    <div className={styles['view']}>
      <SourceHead
        title={source.label}
        about={<Name>{at === '' ? 'Recording' : `Recording · ${at}`}</Name>}
        back="Back to what was added"
        {...{ onBack }}
      />
      <p className={styles['soft']}>
        <SafeLink address={source.url}>{source.url}</SafeLink>
      </p>
      {!source.recipientCanOpen && (
        <p className={styles['soft']}>
          You have not ticked that the recipient can open it. They will be told so.
        </p>
      )}
      <PinForm
        {...{ board, question, onQuestion, quote }}
        onQuote={setQuote}
        source={null}
        hint="What is said there, in the speaker’s words. It may stay empty."
        evidence={(words, id) => evidenceOfLink(source, words, id)}
      />
    </div>
  )
}
