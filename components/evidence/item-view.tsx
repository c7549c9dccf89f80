import { useEffect, useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Name } from '#components/ui/name.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { evidenceOfItem } from '#lib/handoff/evidence-of.ts'
import type { HistoryItem } from '#lib/handoff/history.ts'
import { historyWords } from './kind-words.ts'
import { PinForm } from './pin-form.tsx'
import type { Pinboard } from './pinning.ts'
import { recordAddress } from './record-address.ts'
import { SourceHead } from './source-head.tsx'
import { when } from './when.ts'
import styles from './source-view.module.css'

interface ItemViewProps {
  readonly item: HistoryItem
  readonly board: Pinboard
  readonly question: string | null
  readonly onQuestion: (question: string) => void
  readonly onBack: () => void
  readonly textOf: (item: HistoryItem) => Promise<Whole>
}

type Whole =
  | { readonly outcome: 'read'; readonly text: string; readonly isWhole: boolean }
  | { readonly outcome: 'failed'; readonly sentence: string }

/** One thing of the history: what was written, to be selected and pinned. */
export function ItemView({ item, board, question, onQuestion, onBack, textOf }: ItemViewProps) {
  const { formats, lightningOrigin } = useSetting()
  const whole = useWhole(item, textOf)
  const [quote, setQuote] = useState('')
  const text = whole?.outcome === 'read' ? whole.text : item.text
  const address = recordAddress(lightningOrigin, item.id)
  return (
    <div className={styles['view']}>
      <SourceHead
        title={item.subject || 'Without a subject'}
        about={
          <>
            {`${historyWords[item.kind].one} · ${when(item.at, formats)} · `}
            <Name>{item.people.join(', ')}</Name>
          </>
        }
        back="Back to the history"
        onBack={onBack}
      />
      {text === '' ? (
        whole?.outcome !== 'failed' && (
          <p className={styles['soft']}>
            {whole === null ? 'Reading…' : 'Nothing was written here.'}
          </p>
        )
      ) : (
        <textarea
          // Not read-only for the browser: only then there is a caret to select with.
          aria-readonly
          onBeforeInput={(event) => event.preventDefault()}
          onChange={() => undefined}
          dir="auto"
          aria-label={`Text of ${item.subject}`}
          className={styles['text']}
          value={text}
          // The box counts a line break as one character, whatever it is in Salesforce.
          onSelect={({ currentTarget: { value, selectionStart, selectionEnd } }) => {
            if (selectionEnd > selectionStart) setQuote(value.slice(selectionStart, selectionEnd))
          }}
        />
      )}
      <p className={styles['soft']}>
        {notice(whole)}
        {address !== '' && <SafeLink address={address}>Open in Salesforce</SafeLink>}
      </p>
      <PinForm
        {...{ board, question, onQuestion, quote }}
        onQuote={setQuote}
        source={`${item.subject}\n${text}`}
        hint="Select words above, with the mouse or with Shift and the arrow keys."
        evidence={(words, id) => evidenceOfItem(item, words, id)}
      />
    </div>
  )
}

function notice(whole: Whole | null): string {
  if (whole?.outcome === 'failed') return `${whole.sentence} `
  return whole?.isWhole === false ? 'This is the beginning; the rest is in Salesforce. ' : ''
}

/** The whole text; null until it is there. What is short is there already. */
function useWhole(item: HistoryItem, textOf: ItemViewProps['textOf']): Whole | null {
  const [read, setRead] = useState<Whole | null>(null)
  useEffect(() => {
    if (!item.isCut) return
    const still = { here: true }
    void textOf(item).then((whole) => still.here && setRead(whole))
    return () => {
      still.here = false
    }
  }, [item, textOf])
  return item.isCut ? read : { outcome: 'read', text: item.text, isWhole: true }
}
