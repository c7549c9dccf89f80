import { type ReactNode, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { decoded } from '#lib/handoff/take-file.ts'
import styles from './held-deals.module.css'

/** Something to mend in a template, and where it stands. */
export interface TemplateFinding {
  readonly path: string
  readonly sentence: string
  readonly line?: number | undefined
  readonly column?: number | undefined
}

interface TemplateImportProps {
  /** What became of the last import. */
  readonly outcome: ReactNode
  readonly onImport: (text: string) => void
}

/** Takes a template from a file or from the clipboard. */
export function TemplateImport({ outcome, onImport }: TemplateImportProps) {
  const [text, setText] = useState('')
  const file = useId()
  return (
    <>
      <div>
        <label htmlFor={file}>A file </label>
        <input
          id={file}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (chosen) void textOf(chosen).then(onImport)
          }}
        />
      </div>
      <Field label="Or its text">
        {(names) => <TextBox names={names} lines="many" value={text} onText={setText} />}
      </Field>
      <div className={styles['buttons']}>
        <Button
          look="main"
          disabled={text.trim() === ''}
          onClick={() => {
            onImport(text)
          }}
        >
          Check and import
        </Button>
      </div>
      {outcome}
    </>
  )
}

/** A template never has more bytes, whatever its alphabet: the rest of a longer file is not read. */
const MOST = 4_100_000

/** The text of a file in whatever alphabet it was saved: read as UTF-8 alone, it would lose letters in silence. */
async function textOf(file: File): Promise<string> {
  const start = file.slice(0, MOST)
  return decoded(new Uint8Array(await start.arrayBuffer())) ?? start.text()
}

interface FindingsProps {
  readonly title: string
  readonly tone: 'good' | 'warning' | 'bad'
  readonly intro: string
  readonly findings: readonly TemplateFinding[]
}

/** What is wrong with a template, each with its place. */
export function TemplateFindings({ title, tone, intro, findings }: FindingsProps) {
  return (
    <Notice tone={tone} title={title}>
      <p>{intro}</p>
      <ul>
        {findings.map(({ path, sentence, line, column }) => (
          <li key={`${path} ${sentence} ${line ?? ''} ${column ?? ''}`}>
            {path !== '' && <code>{path}</code>} {sentence}
            {line !== undefined && ` Line ${line}, column ${column ?? 1} of the formula.`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
