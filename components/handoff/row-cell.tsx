import { useEffect, useRef } from 'react'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import control from '#components/ui/control.module.css'
import { Field } from '#components/ui/field.tsx'
import { number, numberFrom } from '#components/ui/formats.ts'
import { type ControlNames, TextBox } from '#components/ui/text-box.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import type { Column } from '#lib/handoff/columns.ts'
import { cellOf, withCell } from '#lib/handoff/row-entry.ts'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import type { EditorFacts } from './editor-props.ts'
import styles from './row-card.module.css'

interface RowCellProps {
  readonly kind: RowKind
  readonly row: Row
  readonly column: Column
  readonly facts: EditorFacts
  readonly onRow: (row: Row) => void
  readonly onEnter: () => void
  readonly isFirst: boolean
}

/** One cell of a row, edited as its column says. The first takes the focus when the row opens. */
export function RowCell(props: RowCellProps) {
  const { kind, row, column, onRow, isFirst } = props
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isFirst) frame.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [isFirst])
  const cell = cellOf(row, column.key)
  const change = (next: string | number | boolean) => onRow(withCell(kind, row, [column.key, next]))
  const isWide = column.input === 'long-text' || column.input === 'url' || isFirst
  return (
    <div ref={frame} className={isWide ? styles['wide'] : undefined}>
      {typeof cell === 'boolean' ? (
        <TickBox checked={cell} onChecked={change}>
          {column.label}
        </TickBox>
      ) : (
        <Field label={column.label} needed={column.needed}>
          {(names) => <Control {...props} {...{ names, change }} cell={cell} />}
        </Field>
      )}
    </div>
  )
}

interface CellControlProps extends RowCellProps {
  readonly names: ControlNames
  readonly cell: string | number
  readonly change: (next: string | number) => void
}

function Control(props: CellControlProps) {
  const { column, names, cell, change, facts, onEnter } = props
  const text = String(cell)
  switch (column.input) {
    case 'date':
      return (
        <input
          {...names}
          type="date"
          max="9999-12-31"
          className={control['control']}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'choice':
      return (
        <ChoiceBox names={names} choices={column.options ?? []} value={text} onChoice={change} />
      )
    case 'number':
      return (
        <TextBox
          {...{ names, onEnter }}
          input="decimal"
          value={typeof cell === 'number' ? number(cell, facts.formats) : text}
          onText={(typed) => change(numberFrom(typed, facts.formats) ?? 0)}
        />
      )
    case 'long-text':
      return <TextBox names={names} lines="many" value={text} onText={change} />
    case 'contact':
      return <ContactCell {...props} />
    case 'checkbox':
    case 'text':
    case 'url':
      return (
        <TextBox
          {...{ names, onEnter }}
          input={column.input === 'url' ? 'url' : 'text'}
          value={text}
          onText={change}
        />
      )
  }
}

/** A name that may be one of the deal's contacts: choosing one fills what is known of them. */
function ContactCell({ names, cell, change, kind, row, facts, onRow, onEnter }: CellControlProps) {
  const listId = `${names.id}-contacts`
  const typed = (text: string) => {
    const found = facts.contactRoles.find(({ name }) => name === text)
    if (kind !== 'people' || !found) return change(text)
    const { contactId, name, title, role } = found
    const known = Object.entries({ contactId, name, title, role })
    return onRow(known.reduce((next, each) => withCell(kind, next, each), row))
  }
  return (
    <>
      <TextBox names={names} value={String(cell)} onText={typed} onEnter={onEnter} list={listId} />
      <datalist id={listId}>
        {facts.contactRoles.map(({ id, name, title }) => (
          <option key={id} value={name} label={title} />
        ))}
      </datalist>
    </>
  )
}
