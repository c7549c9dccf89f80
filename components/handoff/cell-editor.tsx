import type { KeyboardEvent } from 'react'
import type { Column } from '#lib/handoff/columns.ts'
import type { ContactRole } from '#lib/handoff/deal.ts'
import { roleName, rolesPath } from '#lib/handoff/role-names.ts'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { DayBox } from '#components/ui/day-box.tsx'
import { TextBox, type ControlNames } from '#components/ui/text-box.tsx'
import { NumberBox } from './number-box.tsx'
import { momentWords } from './row-words.ts'
import { useSetting } from './setting.ts'

interface CellEditorProps {
  /** Names the cell among all of the draft. */
  readonly keptAs: string
  readonly column: Column
  readonly cell: string | number | boolean
  readonly names: ControlNames
  readonly onCell: (cell: string | number) => void
  readonly onEnter: () => void
}

/** The control of one cell of a row, by the kind of its column; ticks are drawn by the row. */
export function CellEditor(props: CellEditorProps) {
  const { keptAs, column, cell, names, onCell, onEnter } = props
  const { deal, formats } = useSetting()
  const text = String(cell)
  if (column.input === 'date') {
    return (
      <DayBox
        names={names}
        value={text}
        onDay={onCell}
        onKeyDown={(event) => finishes(event, onEnter)}
      />
    )
  }
  if (column.input === 'choice') {
    return <ChoiceBox names={names} choices={column.options ?? []} value={text} onChoice={onCell} />
  }
  if (typeof cell === 'number') {
    const put = (typed: number | null) => onCell(typed ?? 0)
    const currency = column.input === 'money' ? deal.currency : undefined
    return <NumberBox {...{ keptAs, names, currency, onEnter }} held={cell} onNumber={put} />
  }
  const lines = column.input === 'long-text' ? 'many' : 'one'
  if (column.key === 'role') return <RoleCell {...props} />
  // What keeps a day apart from a sentence has no place in a box that is typed in.
  const moment = () => momentWords(text, formats).replaceAll(/[\u2068\u2069]/g, '')
  return (
    <TextBox
      {...{ names, lines, onEnter }}
      value={column.input === 'moment' ? moment() : text}
      onText={onCell}
      suggestions={suggestionsFor(column, deal.contactRoles)}
    />
  )
}

function finishes(event: KeyboardEvent, onEnter: () => void): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  onEnter()
}

function suggestionsFor({ input }: Column, contacts: readonly ContactRole[]) {
  return input === 'contact' ? contacts.map(({ name }) => name) : undefined
}

/** Somebody's part in the deal: any words, or a contact role by the name that people in this org know it by. */
function RoleCell({ names, cell, onCell, onEnter }: CellEditorProps) {
  const roles = useSetting().picklists[rolesPath] ?? []
  return (
    <TextBox
      {...{ names, onEnter }}
      value={roleName(String(cell), roles)}
      onText={(typed) => onCell(roles.find(({ label }) => label === typed)?.value ?? typed)}
      suggestions={roles.map(({ label }) => label)}
    />
  )
}
