import { type DragEvent, useRef, useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import type { SourceCard } from '#lib/handoff/evidence-source.ts'
import { LinkForm } from './link-form.tsx'
import { PasteForm } from './paste-form.tsx'
import { SourceRow } from './source-row.tsx'
import { type SourceStore, useAdding } from './use-adding.ts'
import styles from './sources.module.css'

interface SourcesViewProps {
  readonly cards: readonly SourceCard[]
  readonly store: SourceStore
  readonly onOpen: (card: SourceCard) => void
}

const accepted = '.txt,.text,.md,.markdown,.vtt,.srt'

/** What was added from outside Salesforce, and the ways to add more: files, text, links. */
export function SourcesView({ cards, store, onOpen }: SourcesViewProps) {
  const { formats, now } = useSetting()
  const { said, addFiles, addText, addLink, remove, undo } = useAdding(store)
  const [form, setForm] = useState<'paste' | 'link' | null>(null)
  const [isOver, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const done = (adding: Promise<void>) => {
    setForm(null)
    void adding
  }
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      void addFiles([...event.dataTransfer.files])
    },
  }
  return (
    <div className={`${styles['sources']} ${isOver ? styles['over'] : ''}`} {...drop}>
      <p className={styles['soft']}>
        Kept with this draft, on this computer only. What you pin is quoted in the handoff; the rest
        stays here.
      </p>
      <div className={styles['ways']}>
        <Button icon="add" onClick={() => picker.current?.click()}>
          Choose files
        </Button>
        <Button icon="paste" onClick={() => setForm('paste')}>
          Paste text
        </Button>
        <Button icon="link" onClick={() => setForm('link')}>
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
            void addFiles([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </div>
      <p className={styles['soft']}>
        Or drop files here: .txt, .md, .vtt and .srt, each up to 2 MB and 1,000,000 characters.
      </p>
      {form === 'paste' && (
        <PasteForm
          onAdd={(label, text) => done(addText(label, text))}
          onCancel={() => setForm(null)}
        />
      )}
      {form === 'link' && (
        <LinkForm onAdd={(link) => done(addLink(link))} onCancel={() => setForm(null)} />
      )}
      <div role="status" className={styles['said']}>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {undo && (
          <Button look="link" onClick={undo}>
            Undo
          </Button>
        )}
      </div>
      {cards.length === 0 ? (
        <p>Nothing was added yet.</p>
      ) : (
        <ul className={styles['cards']} aria-label="Added from elsewhere">
          {cards.map((card) => (
            <SourceRow
              key={card.id}
              {...{ card, formats }}
              now={Date.parse(now())}
              onOpen={() => onOpen(card)}
              onRemove={() => remove(card)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
