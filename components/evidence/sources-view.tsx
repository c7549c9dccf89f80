import { type DragEvent, useRef, useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import type { SourceCard } from '#lib/handoff/evidence-source.ts'
import { LinkForm } from './link-form.tsx'
import { PasteForm } from './paste-form.tsx'
import { SourceRow } from './source-row.tsx'
import { type SourceStore, useAdding } from './use-adding.ts'
import { useBegun } from './use-begun.ts'
import styles from './sources.module.css'

interface SourcesViewProps {
  readonly cards: readonly SourceCard[]
  readonly store: SourceStore
  readonly onOpen: (card: SourceCard) => void
  /** The id of the one that was read last. */
  readonly lastRead: string | null
  /** Whether a selection on any page could be added too, and is not yet. */
  readonly canTurnOnMenu?: boolean
}

const accepted = '.txt,.text,.md,.markdown,.vtt,.srt'

/** What was added from outside Salesforce, and the ways to add more: files, text, links. */
export function SourcesView(props: SourcesViewProps) {
  const { cards, store, onOpen, lastRead, canTurnOnMenu = false } = props
  const { formats, now } = useSetting()
  const adding = useAdding(store)
  const drop = useDrop(adding.addFiles)
  return (
    <div
      className={`${styles['sources']} ${drop.isOver ? styles['over'] : ''}`}
      role="presentation"
      {...drop.listeners}
    >
      <p className={styles['soft']}>
        Kept with this draft, on this computer only. What you pin is quoted in the handoff; the rest
        stays here.
      </p>
      <WaysToAdd adding={adding} />
      {canTurnOnMenu && <MenuHint />}
      <Said adding={adding} />
      {cards.length === 0 ? (
        <p>Nothing was added yet.</p>
      ) : (
        <ul className={styles['cards']} aria-label="Added from elsewhere">
          {cards.map((card) => (
            <SourceRow
              key={card.id}
              {...{ card, formats }}
              now={Date.parse(now())}
              isLastRead={card.id === lastRead}
              onOpen={() => onOpen(card)}
              onRemove={() => adding.remove(card)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface AddingProps {
  readonly adding: ReturnType<typeof useAdding>
}

function WaysToAdd({ adding: { addFiles, addText, addLink } }: AddingProps) {
  const [wanted, setWanted] = useState<'paste' | 'link' | null>(null)
  const [isAdding, setAdding] = useState(false)
  const { text, link } = useBegun()
  const begun = (text.isBegun && 'paste') || (link.isBegun && 'link') || null
  const form = isAdding ? null : (wanted ?? begun)
  const close = ({ forget }: Pick<typeof text, 'forget'>) => {
    forget()
    setWanted(null)
  }
  /** What was not kept stands in its form again. */
  const add = async (from: Pick<typeof text, 'forget'>, kept: Promise<boolean>) => {
    setAdding(true)
    if (await kept) close(from)
    setAdding(false)
  }
  return (
    <>
      <Ways onFiles={(files) => void addFiles(files)} onForm={setWanted} />
      {form === 'paste' && (
        <PasteForm
          {...text}
          onAdd={() => void add(text, addText(text.typed.label, text.typed.text))}
          onCancel={() => close(text)}
        />
      )}
      {form === 'link' && (
        <LinkForm
          {...link}
          onAdd={(source) => void add(link, addLink(source))}
          onCancel={() => close(link)}
        />
      )}
    </>
  )
}

interface WaysProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onForm: (form: 'paste' | 'link') => void
}

function Ways({ onFiles, onForm }: WaysProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className={styles['ways']}>
        <Button icon="add" onClick={() => picker.current?.click()}>
          Choose files
        </Button>
        <Button icon="paste" onClick={() => onForm('paste')}>
          Paste text
        </Button>
        <Button icon="link" onClick={() => onForm('link')}>
          Link a recording
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="Files"
          accept={accepted}
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </div>
      <p className={styles['soft']}>
        Or drop files here: .txt, .md, .vtt and .srt, each up to 2 MB and 1,000,000 characters.
      </p>
    </>
  )
}

function MenuHint() {
  return (
    <p className={styles['soft']}>
      Text on any page can be added by a right click on it, once you{' '}
      <a href="/options.html#selections" target="_blank">
        turn that on
      </a>
      .
    </p>
  )
}

function Said({ adding: { said, undo } }: AddingProps) {
  return (
    <output className={styles['said']}>
      {said.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
      {undo && (
        <Button look="link" onClick={undo}>
          Undo
        </Button>
      )}
    </output>
  )
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')

/** Files may be dropped anywhere on it; words go into the box they are dropped on. */
function useDrop(onFiles: (files: readonly File[]) => Promise<void>) {
  const [isOver, setOver] = useState(false)
  const listeners = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void onFiles([...event.dataTransfer.files])
    },
  }
  return { isOver, listeners }
}
