import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'

interface MappingEditorProps {
  readonly letters: readonly { readonly key: string; readonly label: string }[]
  readonly fields: readonly {
    readonly path: string
    readonly label: string
    readonly type: string
  }[]
  readonly mapping: Readonly<Record<string, string | null>>
  readonly onMapping: (letter: string, path: string | null) => void
}

/** Which field of the opportunity holds which letter of a methodology in this org. */
export function MappingEditor({ letters, fields, mapping, onMapping }: MappingEditorProps) {
  const choices = fields.map(({ path, label, type }) => ({
    value: path,
    label: `${label} (${path.split('.')[1] ?? path}, ${type})`,
  }))
  return (
    <>
      {letters.map(({ key, label }) => (
        <Field key={key} label={label} hint={key}>
          {(names) => (
            <ChoiceBox
              {...{ names, choices }}
              value={mapping[key] ?? ''}
              empty="Kept in the handoff only"
              onChoice={(path) => onMapping(key, path === '' ? null : path)}
            />
          )}
        </Field>
      ))}
    </>
  )
}
