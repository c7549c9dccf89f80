import type { ComponentType } from 'react'
import type { Question } from '#lib/handoff/question.ts'
import type { RowKind } from '#lib/handoff/rows.ts'
import type { EditorProps } from './editor.ts'
import { ContactEditor } from './contact-editor.tsx'
import { PersonEditor } from './person-editor.tsx'
import {
  CheckboxEditor,
  ChecklistEditor,
  DateEditor,
  LongTextEditor,
  NumberEditor,
  PicklistEditor,
  TextEditor,
} from './plain-editors.tsx'
import { rowNames } from './row-names.ts'
import { RowsEditor } from './rows-editor.tsx'

const editors: Readonly<
  Record<Exclude<Question['answer']['type'], RowKind>, ComponentType<EditorProps>>
> = {
  text: TextEditor,
  'long-text': LongTextEditor,
  number: NumberEditor,
  currency: NumberEditor,
  date: DateEditor,
  picklist: PicklistEditor,
  checkbox: CheckboxEditor,
  checklist: ChecklistEditor,
  person: PersonEditor,
  contact: ContactEditor,
}

/** The editor that a question's type asks for. */
export function AnswerEditor(props: EditorProps) {
  const { type } = props.question.answer
  if (isRowKind(type)) return <RowsEditor {...props} kind={type} />
  const Editor = editors[type]
  return <Editor {...props} />
}

function isRowKind(type: Question['answer']['type']): type is RowKind {
  return type in rowNames
}
