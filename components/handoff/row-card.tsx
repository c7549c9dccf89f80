import { Button, IconButton } from '#components/ui/button.tsx'
import { day, type Formats, number } from '#components/ui/formats.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Name } from '#components/ui/name.tsx'
import { type Column, columnsOf } from '#lib/handoff/columns.ts'
import { cellOf, missingColumns } from '#lib/handoff/row-entry.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import type { EditorFacts } from './editor-props.ts'
import { RowCell } from './row-cell.tsx'
import styles from './row-card.module.css'

interface RowCardProps {
  readonly kind: RowKind
  readonly row: Row
  readonly facts: EditorFacts
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onDone: () => void
  readonly onRow: (row: Row) => void
  readonly onRemove: () => void
  readonly onUp?: () => void
  readonly onDown?: () => void
}

/** A cell in words; empty when there is nothing to say. */
export function cellWords(row: Row, column: Column, formats: Formats): string {
  const cell = cellOf(row, column.key)
  if (typeof cell === 'boolean') return cell ? column.label : ''
  if (typeof cell === 'number') return `${column.label}: ${number(cell, formats)}`
  if (cell.trim() === '') return ''
  const chosen = column.options?.find(({ value }) => value === cell)?.label
  return `${column.label}: ${chosen ?? (column.input === 'date' ? day(cell, formats) : cell)}`
}

/** One row: in words, or open for editing. */
export function RowCard(props: RowCardProps) {
  const { kind, row, isOpen } = props
  const [first] = columnsOf(kind)
  const title = first ? String(cellOf(row, first.key)) : ''
  return (
    <li className={styles['card']}>
      {isOpen ? <RowForm {...props} /> : <RowWords {...props} title={title} />}
    </li>
  )
}

function RowWords(props: RowCardProps & { readonly title: string }) {
  const { kind, row, facts, title, onOpen, onRemove, onUp, onDown } = props
  const more = columnsOf(kind)
    .slice(1)
    .map((column) => cellWords(row, column, facts.formats))
    .filter((words) => words !== '')
  const missing = missingColumns(kind, row).map(({ label }) => label)
  const named = title === '' ? 'this row' : title
  return (
    <>
      <div className={styles['words']}>
        <p className={styles['title']}>
          <Name>{title === '' ? '(empty)' : title}</Name>
        </p>
        {more.length > 0 && (
          <p className={styles['more']} dir="auto">
            {more.join(' · ')}
          </p>
        )}
        {missing.length > 0 && (
          <p className={styles['missing']}>
            <Icon name="alert" /> Still needed: {missing.join(', ')}
          </p>
        )}
      </div>
      <div className={styles['tools']}>
        <IconButton icon="edit" label={`Edit ${named}`} onClick={onOpen} />
        <IconButton icon="up" label={`Move ${named} up`} onClick={onUp} disabled={!onUp} />
        <IconButton icon="down" label={`Move ${named} down`} onClick={onDown} disabled={!onDown} />
        <IconButton icon="remove" label={`Remove ${named}`} onClick={onRemove} />
      </div>
    </>
  )
}

function RowForm({ kind, row, facts, onRow, onDone, onRemove }: RowCardProps) {
  return (
    <div className={styles['form']}>
      {columnsOf(kind).map((column, place) => (
        <RowCell
          key={column.key}
          {...{ kind, row, column, facts, onRow }}
          onEnter={onDone}
          isFirst={place === 0}
        />
      ))}
      <div className={styles['done']}>
        <Button look="main" onClick={onDone}>
          Done
        </Button>
        <Button look="link" onClick={onRemove}>
          Remove
        </Button>
      </div>
    </div>
  )
}
