import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import control from '#components/ui/control.module.css'
import { number } from '#components/ui/formats.ts'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { evidenceOfLines } from '#lib/handoff/evidence-of.ts'
import type { TextSource } from '#lib/handoff/evidence-source.ts'
import { plain } from '#lib/handoff/history-search.ts'
import { type SpokenLine, spokenLines } from '#lib/handoff/transcript.ts'
import { PinForm } from './pin-form.tsx'
import type { Pinboard } from './pinning.ts'
import { SourceHead } from './source-head.tsx'
import { SpokenRow } from './spoken-row.tsx'
import { type ListHandle, VirtualList } from './virtual-list.tsx'
import styles from './source-view.module.css'

interface TranscriptViewProps {
  readonly source: TextSource
  readonly board: Pinboard
  readonly question: string | null
  readonly onQuestion: (question: string) => void
  readonly onBack: () => void
}

/** A line with its place among all lines. */
interface Placed {
  readonly line: SpokenLine
  readonly place: number
}

/** From one line to another, both included. */
interface Chosen {
  readonly anchor: number
  readonly end: number
}

const ROW = 48
/** A hundred lines are no quotation. */
const MOST_LINES = 40

/** A transcript or text by its lines, to be searched, chosen from and pinned. */
export function TranscriptView(props: TranscriptViewProps) {
  const { source, board, question, onQuestion, onBack } = props
  const all = useMemo(() => placedLines(source), [source])
  const [search, setSearch] = useState('')
  const shown = useMemo(() => matching(all, search), [all, search])
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [quote, setQuote] = useState('')
  const list = useRef<ListHandle>(null)
  const lines = linesIn(all, chosen)
  const choose = (next: Chosen) => {
    setChosen(next)
    setQuote(evidenceOfLines(source, linesIn(all, next), '').quote)
  }
  return (
    <div className={styles['view']}>
      <SourceHead
        title={source.label}
        about={<AboutText source={source} lines={all.length} />}
        back="Back to what was added"
        {...{ onBack }}
      />
      <input
        type="search"
        aria-label="Search these lines"
        placeholder="Search these lines"
        className={control['control']}
        dir="auto"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          list.current?.show(0)
        }}
      />
      <VirtualList
        label="Lines"
        rows={shown}
        keyOf={({ place }) => String(place)}
        height={ROW}
        handle={list}
        renderRow={({ line, place }, _, tabIndex) => (
          <SpokenRow
            {...{ line, tabIndex }}
            isChosen={isIn(chosen, place)}
            onChoose={(event) => choose(grown(chosen, place, event))}
          />
        )}
      />
      <PinForm
        {...{ board, question, onQuestion, quote }}
        onQuote={setQuote}
        source={linesSource(lines)}
        hint="Choose a line above; with Shift, as far as another line. Only these words leave this computer."
        evidence={(words, id) => ({ ...evidenceOfLines(source, lines, id), quote: words })}
      />
    </div>
  )
}

function AboutText({ source, lines }: { readonly source: TextSource; readonly lines: number }) {
  const { formats } = useSetting()
  const { url } = source
  return (
    <>
      {`${number(lines, formats)} ${lines === 1 ? 'line' : 'lines'}, on this computer only`}
      {url !== undefined && (
        <>
          {' · '}
          <SafeLink address={url}>{new URL(url).host}</SafeLink>
        </>
      )}
    </>
  )
}

function placedLines({ text, format }: TextSource): readonly Placed[] {
  return spokenLines(text, format).map((line, place) => ({ line, place }))
}

function matching(all: readonly Placed[], search: string): readonly Placed[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return all
  return all.filter(({ line }) => {
    const text = plain(`${line.speaker} ${line.text}`)
    return words.every((word) => text.includes(word))
  })
}

function isIn(chosen: Chosen | null, place: number): boolean {
  if (!chosen) return false
  const { anchor, end } = chosen
  return place >= Math.min(anchor, end) && place <= Math.max(anchor, end)
}

function linesIn(all: readonly Placed[], chosen: Chosen | null): readonly SpokenLine[] {
  if (!chosen) return []
  const from = Math.min(chosen.anchor, chosen.end)
  return all.slice(from, Math.max(chosen.anchor, chosen.end) + 1).map(({ line }) => line)
}

function grown(chosen: Chosen | null, place: number, event: MouseEvent | KeyboardEvent): Chosen {
  if (!event.shiftKey || !chosen || Math.abs(place - chosen.anchor) >= MOST_LINES)
    return { anchor: place, end: place }
  return { anchor: chosen.anchor, end: place }
}

/** As they are quoted, with and without the speakers. */
function linesSource(lines: readonly SpokenLine[]): string {
  const said = lines.map(({ text }) => text).join(' ')
  const named = lines.map(({ speaker, text }) => (speaker === '' ? text : `${speaker}: ${text}`))
  return `${said}\n${named.join('\n')}`
}
