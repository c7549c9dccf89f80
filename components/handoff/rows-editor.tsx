import { useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Value } from '#lib/handoff/answer.ts'
import { valueSchema } from '#lib/handoff/answer.ts'
import { columnsOf } from '#lib/handoff/columns.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { cellOf, isRowStarted } from '#lib/handoff/row-entry.ts'
import { type Row, type RowKind, rowKinds } from '#lib/handoff/rows.ts'
import type { EditorProps } from './editor-props.ts'
import { PasteRows } from './paste-rows.tsx'
import { RowCard } from './row-card.tsx'
import { moved } from './row-moves.ts'
import styles from './rows-editor.module.css'

interface Removal {
  readonly row: Row
  readonly at: number
}

function rowsIn(value: Value | undefined): readonly Row[] {
  return value && 'rows' in value ? value.rows : []
}

/** A list of rows of any kind: add, edit, reorder and remove by keyboard, paste a list, undo a removal. */
export function RowsEditor(props: EditorProps) {
  const kind = rowKinds.find((one) => one === props.question.answer.type)
  return kind === undefined ? null : <Rows {...props} kind={kind} />
}

function Rows({ names, kind, value, onValue, facts }: EditorProps & { readonly kind: RowKind }) {
  const rows = rowsIn(value)
  const [open, setOpen] = useState<string | null>(null)
  const [isPasting, setPasting] = useState(false)
  const [removed, setRemoved] = useState<Removal | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const change = (next: readonly Row[]) =>
    onValue(next.length === 0 ? null : valueSchema.parse({ type: kind, rows: next }))
  const append = (more: readonly Row[]) => change([...rows, ...more])
  const remove = (row: Row) => {
    if (isRowStarted(kind, row)) setRemoved({ row, at: rows.indexOf(row) })
    change(rows.filter((one) => one !== row))
    add.current?.focus()
  }
  const close = (row: Row) => {
    setOpen(null)
    if (!isRowStarted(kind, row)) remove(row)
    add.current?.focus()
  }
  const start = () => {
    const row = emptyRow(kind, facts.newId())
    setOpen(row.id)
    append([row])
  }
  return (
    <div className={styles['rows']}>
      {rows.length > 0 && (
        <ol className={styles['list']} aria-labelledby={names['aria-labelledby']}>
          {rows.map((row, at) => (
            <RowCard
              key={row.id}
              {...{ kind, row, facts }}
              isOpen={open === row.id}
              onOpen={() => setOpen(row.id)}
              onDone={() => close(row)}
              onRow={(next) => change(rows.map((one) => (one.id === row.id ? next : one)))}
              onRemove={() => remove(row)}
              {...(at > 0 && { onUp: () => change(moved(rows, at, at - 1)) })}
              {...(at < rows.length - 1 && { onDown: () => change(moved(rows, at, at + 1)) })}
            />
          ))}
        </ol>
      )}
      {removed && (
        <Removed
          words={String(cellOf(removed.row, columnsOf(kind)[0]?.key ?? ''))}
          onUndo={() => {
            change(rows.toSpliced(removed.at, 0, removed.row))
            setRemoved(null)
          }}
        />
      )}
      <div className={styles['actions']}>
        <Button ref={add} icon="add" onClick={start} id={names.id} {...described(names)}>
          Add
        </Button>
        <Button
          look="link"
          icon="paste"
          aria-expanded={isPasting}
          onClick={() => setPasting(!isPasting)}
        >
          Paste a list
        </Button>
      </div>
      {isPasting && (
        <PasteRows
          {...{ kind }}
          newId={facts.newId}
          onRows={(more) => {
            setPasting(false)
            append(more)
            add.current?.focus()
          }}
          onCancel={() => setPasting(false)}
        />
      )}
    </div>
  )
}

const described = (names: EditorProps['names']) => ({
  'aria-describedby': names['aria-describedby'],
})

function Removed({ words, onUndo }: { readonly words: string; readonly onUndo: () => void }) {
  return (
    <output className={styles['removed']}>
      <span>
        Removed <bdi>“{words}”</bdi>
      </span>
      <Button look="link" onClick={onUndo}>
        Undo
      </Button>
    </output>
  )
}
