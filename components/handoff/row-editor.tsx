import { useEffect, useRef, useState } from 'react'
import { columnsOf } from '#lib/handoff/columns.ts'
import { cellOf, isRowBlank, isRowStarted } from '#lib/handoff/row-entry.ts'
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
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
  /** A list was pasted into it while it was blank. */
  readonly onList: (text: string) => void
  /** The user has finished with one that was just added. */
  readonly onDone: () => void
}

/** How a row stands: `asked` and `left` say that the user has just opened or closed it, and where the focus goes. */
type Standing = 'read' | 'left' | 'open' | 'asked'

/** One row of a repeater: read in two lines, or open to be changed. What is new or at fault starts open. */
export function RowEditor(props: RowEditorProps) {
  const { kind, row, problem, isNew, onRemove, onDone } = props
  const [standing, setStanding] = useState<Standing>(() => {
    if (isNew) return 'asked'
    return problem !== undefined || !isRowStarted(kind, row) ? 'open' : 'read'
  })
  const close = () => {
    setStanding(isNew ? 'read' : 'left')
    if (isRowBlank(kind, row)) onRemove()
    if (isNew) onDone()
  }
  return (
    <li className={styles['row']} data-row={row.id}>
      {standing === 'open' || standing === 'asked' ? (
        <RowForm {...props} takesFocus={standing === 'asked'} onDone={close} />
      ) : (
        <RowRead {...props} takesFocus={standing === 'left'} onEdit={() => setStanding('asked')} />
      )}
      {problem !== undefined && (
        <p className={styles['problem']}>
          <Icon name="alert" /> <span>{problem}</span>
        </p>
      )}
    </li>
  )
}

interface RowReadProps extends RowEditorProps {
  readonly takesFocus: boolean
  readonly onEdit: () => void
}

function RowRead(props: RowReadProps) {
  const { kind, row, number, count, takesFocus, onMove, onRemove, onEdit } = props
  const setting = useSetting()
  const change = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) change.current?.focus()
  }, [takesFocus])
  const [first, ...others] = columnsOf(kind)
  const words = others.map((column) => cellWords(row, column, setting)).filter((one) => one !== '')
  const name = `${rowNames[kind]} ${number}`
  const title = first ? String(cellOf(row, first.key)).trim() : ''
  return (
    <div className={styles['read']}>
      <div className={styles['words']}>
        <p className={styles['title']}>
          {title === '' ? `${first?.label}?` : <Name>{title}</Name>}
        </p>
        {words.length > 0 && (
          <p className={styles['more']} dir="auto">
            {words.join(' · ')}
          </p>
        )}
      </div>
      <div className={styles['tools']}>
        <IconButton
          ref={change}
          data-part="change"
          icon="edit"
          label={`Change ${name}`}
          onClick={onEdit}
        />
        {number > 1 && (
          <IconButton
            data-part="up"
            icon="up"
            label={`Move ${name} up`}
            onClick={() => onMove(-1)}
          />
        )}
        {number < count && (
          <IconButton
            data-part="down"
            icon="down"
            label={`Move ${name} down`}
            onClick={() => onMove(1)}
          />
        )}
        <IconButton icon="remove" label={`Remove ${name}`} onClick={onRemove} />
      </div>
    </div>
  )
}
