import type { ComponentType } from 'react'
import type { AnswerType } from '#lib/handoff/question.ts'
import { CheckboxEditor, ChecklistEditor, PersonEditor, PicklistEditor } from './choice-editors.tsx'
import { ContactEditor } from './contact-editor.tsx'
import type { EditorProps } from './editor-props.ts'
import { RowsEditor } from './rows-editor.tsx'
import {
  CurrencyEditor,
  DateEditor,
  LongTextEditor,
  NumberEditor,
  TextEditor,
} from './text-editors.tsx'

const editors: Record<AnswerType['type'], ComponentType<EditorProps>> = {
  text: TextEditor,
  'long-text': LongTextEditor,
  number: NumberEditor,
  currency: CurrencyEditor,
  date: DateEditor,
  picklist: PicklistEditor,
  checkbox: CheckboxEditor,
  checklist: ChecklistEditor,
  person: PersonEditor,
  contact: ContactEditor,
  people: RowsEditor,
  commitments: RowsEditor,
  objections: RowsEditor,
  competitors: RowsEditor,
  successCriteria: RowsEditor,
  risks: RowsEditor,
  links: RowsEditor,
  evidence: RowsEditor,
  products: RowsEditor,
  decisions: RowsEditor,
  responsibilities: RowsEditor,
}

/** The editor that fits the type of the question. */
export function AnswerEditor(props: EditorProps) {
  const Editor = editors[props.question.answer.type]
  return <Editor {...props} />
}
