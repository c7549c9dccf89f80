import { useState } from 'react'
import { columnsOf } from '#lib/handoff/columns.ts'
import { cellOf, isRowStarted } from '#lib/handoff/row-entry.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import { IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Name } from '#components/ui/name.tsx'
import { RowForm } from './row-form.tsx'
import { rowNames } from './row-names.ts'
import { cellWords } from './row-words.ts'
import { useSetting } from './setting.ts'
import styles from './rows-editor.module.css'

/** What a row of a repeater is shown and changed with. */
export interface RowEditorProps {
  readonly kind: RowKind
  readonly row: Row
  /** From 1. */
  readonly number: number
  readonly count: number
  /** The user has just added it: the focus goes into it. */
  readonly isNew: boolean
  readonly problem: string | undefined
  readonly onRow: (row: Row) => void
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
  /** The user has finished with it. */
  readonly onDone: () => void
}

/** One row of a repeater: read in two lines, or open to be changed. What is new or at fault starts open. */
export function RowEditor(props: RowEditorProps) {
  const { kind, row, problem, onRemove, onDone } = props
  const [isOpen, setOpen] = useState(problem !== undefined || !isRowStarted(kind, row))
  const close = () => {
    setOpen(false)
    onDone()
    if (!isRowStarted(kind, row)) onRemove()
  }
  return (
    <li className={styles['row']} data-row={row.id}>
      {isOpen ? (
        <RowForm {...props} onDone={close} />
      ) : (
        <RowRead {...props} onEdit={() => setOpen(true)} />
      )}
      {problem !== undefined && (
        <p className={styles['problem']}>
          <Icon name="alert" /> <span>{problem}</span>
        </p>
      )}
    </li>
  )
}

function RowRead(props: RowEditorProps & { readonly onEdit: () => void }) {
  const { kind, row, number, count, onMove, onRemove, onEdit } = props
  const { formats } = useSetting()
  const [first, ...others] = columnsOf(kind)
  const words = others.map((column) => cellWords(row, column, formats)).filter((one) => one !== '')
  const name = `${rowNames[kind]} ${number}`
  return (
    <div className={styles['read']}>
      <div className={styles['words']}>
        <p className={styles['title']}>
          <Name>{first ? String(cellOf(row, first.key)) : ''}</Name>
        </p>
        {words.length > 0 && (
          <p className={styles['more']} dir="auto">
            {words.join(' · ')}
          </p>
        )}
      </div>
      <div className={styles['tools']}>
        <IconButton icon="edit" label={`Change ${name}`} onClick={onEdit} />
        {number > 1 && (
          <IconButton icon="up" label={`Move ${name} up`} onClick={() => onMove(-1)} />
        )}
        {number < count && (
          <IconButton icon="down" label={`Move ${name} down`} onClick={() => onMove(1)} />
        )}
        <IconButton icon="remove" label={`Remove ${name}`} onClick={onRemove} />
      </div>
    </div>
  )
}
