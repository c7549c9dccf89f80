import {
  type ClipboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { columnsOf, type Column } from '#lib/handoff/columns.ts'
import { isList, tooManyRows } from '#lib/handoff/pasted-rows.ts'
import { cellOf, isRowBlank, withCell } from '#lib/handoff/row-entry.ts'
import { linesOf } from '#lib/handoff/row-text.ts'
import type { Row } from '#lib/handoff/rows.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { RowEditorProps } from './row-editor.tsx'
import { linked } from '#lib/handoff/linked-person.ts'
import { rowNames } from './row-names.ts'
import { useSetting } from './setting.ts'
import styles from './rows-editor.module.css'

const fields = 'input, textarea, select'

interface RowFormProps extends RowEditorProps {
  readonly takesFocus: boolean
}

/** A row open to be changed: what it needs at once, the rest behind "More". Enter or Esc finishes it. */
export function RowForm(props: RowFormProps) {
  const { kind, row, number, takesFocus, onRow, onRemove, onDone } = props
  const [refusal, setRefusal] = useState<string | null>(null)
  const form = useRef<HTMLFieldSetElement>(null)
  const { isWhole, showWhole } = useAllCells(form)
  useEffect(() => {
    if (takesFocus) cellsIn(form)[0]?.focus()
  }, [takesFocus])
  const columns = columnsOf(kind)
  const shown = columns.filter(
    (column) => isWhole || column.needed || column.upfront || isFilled(row, column),
  )
  return (
    // Esc is for whoever writes in one of the cells: it finishes the row and not the panel.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onDone()
      }}
      onPaste={(event) => setRefusal(pasted(event, props))}
    >
      <legend className={styles['legend']}>
        {rowNames[kind]} {number}
      </legend>
      <div className={styles['cells']}>
        {shown.map((column) => (
          <Cell key={column.key} {...{ kind, row, column, onRow, onDone }} />
        ))}
      </div>
      {refusal !== null && (
        <p className={styles['problem']} role="alert">
          Nothing was pasted. {refusal}
        </p>
      )}
      <div className={styles['below']}>
        <Button onClick={onDone}>Done</Button>
        {shown.length < columns.length && (
          <Button look="link" onClick={showWhole}>
            More about this {rowNames[kind]}
          </Button>
        )}
        <Button look="link" onClick={onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  )
}

/** Whether all of a row is shown. The button that asks for it goes: the keyboard goes on in the first cell that comes. */
function useAllCells(form: RefObject<HTMLElement | null>) {
  const [before, setBefore] = useState<readonly Element[] | null>(null)
  useLayoutEffect(() => {
    if (before)
      cellsIn(form)
        .find((cell) => !before.includes(cell))
        ?.focus()
  }, [before, form])
  return { isWhole: before !== null, showWhole: () => setBefore(cellsIn(form)) }
}

const cellsIn = ({ current }: RefObject<HTMLElement | null>) => [
  ...(current?.querySelectorAll<HTMLElement>(fields) ?? []),
]

/** A list pasted into a row with nothing in it is meant as rows; why it makes none. */
function pasted(event: ClipboardEvent, { kind, row, onList }: RowFormProps): string | null {
  const text = event.clipboardData.getData('text/plain')
  const isLine = event.target instanceof HTMLInputElement
  const isMany = isList(text) || (isLine && linesOf(text).length > 1)
  if (!isMany || !isRowBlank(kind, row)) return null
  event.preventDefault()
  const refusal = tooManyRows(text)
  if (refusal === null) onList(text)
  return refusal
}

function isFilled(row: Row, { key, input }: Column): boolean {
  const cell = cellOf(row, key)
  return input === 'checkbox' ? cell === true : input !== 'choice' && cell !== ''
}

interface CellProps extends Pick<RowEditorProps, 'kind' | 'row' | 'onRow' | 'onDone'> {
  readonly column: Column
}

function Cell({ kind, row, column, onRow, onDone }: CellProps) {
  const cell = cellOf(row, column.key)
  const { deal } = useSetting()
  const keptAs = [kind, row.id, column.key].join(' ')
  const set = (next: string | number | boolean) =>
    onRow(linked(withCell(kind, row, [column.key, next]), column.key, deal.contactRoles))
  if (column.input === 'checkbox') {
    return (
      <TickBox checked={cell === true} onChecked={set}>
        {column.label}
      </TickBox>
    )
  }
  return (
    <div className={column.input === 'long-text' ? styles['wide'] : ''}>
      <Field label={column.label} needed={column.needed && cell === ''}>
        {(names) => (
          <CellEditor {...{ keptAs, column, cell, names }} onCell={set} onEnter={onDone} />
        )}
      </Field>
    </div>
  )
}
