import { useRef } from 'react'
import type { Row, RowKind } from '#lib/handoff/rows.ts'
import { withOneFinalSay } from '#lib/handoff/linked-person.ts'
import { isOurs } from '#lib/handoff/our-people.ts'
import { quoted } from '#lib/handoff/subject.ts'
import { rowsOf } from '#lib/handoff/value-text.ts'
import { Button } from '#components/ui/button.tsx'
import { Announced } from '#components/ui/spoken.tsx'
import { AddContact } from './add-contact.tsx'
import type { EditorProps } from './editor.ts'
import { PasteList } from './paste-list.tsx'
import { useRowActions } from './row-actions.ts'
import { valueOrNone } from './row-changes.ts'
import { RowEditor } from './row-editor.tsx'
import { rowNames } from './row-names.ts'
import styles from './rows-editor.module.css'

interface RowsEditorProps extends EditorProps {
  readonly kind: RowKind
}

/** A list of rows of one kind: add, change, move, remove with undo, or paste a list. */
export function RowsEditor(props: RowsEditorProps) {
  const { kind, question, value, names, onValue } = props
  const rows: readonly Row[] = value === null ? [] : rowsOf(value)
  const put = (next: readonly Row[]) => onValue(valueOrNone(kind, next))
  const frame = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const actions = useRowActions({ kind, rows, put, frame, add })
  const { last, undo, onKeyDown } = actions.undo
  return (
    // A key pressed on any of the buttons inside; none is pressed on the frame itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} className={styles['rows']} onKeyDown={onKeyDown}>
      {rows.length > 0 && (
        <ol className={styles['list']} aria-labelledby={names['aria-labelledby']}>
          {rows.map((row, at) => (
            <RowEditor
              key={row.id}
              {...{ kind, row }}
              number={at + 1}
              count={rows.length}
              isNew={row.id === actions.added}
              problem={problemOf(row, props)}
              onRow={(next) => put(withOneFinalSay(rows.with(at, next), next))}
              onMove={(by) => actions.move(at, by)}
              onRemove={() => actions.remove(row, at)}
              onList={(text) => actions.spread(text, at)}
              onDone={actions.finish}
            />
          ))}
        </ol>
      )}
      {last && (
        <div className={styles['removed']}>
          <span dir="auto">{last.words}</span>
          <Button look="link" onClick={undo}>
            {last.undo}
          </Button>
        </div>
      )}
      <div className={styles['below']}>
        <Button
          ref={add}
          icon="add"
          data-add
          aria-describedby={names['aria-describedby']}
          onClick={actions.addRow}
        >
          {`Add ${rowNames[kind]}`}
        </Button>
        <PasteList question={question.key} onText={actions.append} />
        {kind === 'people' && !isOurs(question) && (
          <AddContact question={question.key} onRow={actions.add} />
        )}
      </div>
      <Announced words={actions.said} />
    </div>
  )
}

/** What is wrong with a row, without the question's name: the row stands under it. */
function problemOf({ id }: Row, { findings, question }: RowsEditorProps): string | undefined {
  const sentence = findings.find(({ row }) => row === id)?.sentence
  const about = `${quoted(question.label)}: `
  return sentence?.startsWith(about) ? sentence.slice(about.length) : sentence
}
