import { type ReactNode, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { deployedNames, namesIn, type NameSettings } from '#lib/salesforce/names.ts'
import type { NamesRule } from '#lib/salesforce/org-names.ts'
import { namedObjects, settingsIn, type TypedNames, typedOf } from '#lib/salesforce/typed-names.ts'
import { ByCompany } from './by-company.tsx'
import styles from './options.module.css'
import { Card } from './section.tsx'

interface NamesViewProps {
  readonly rule: NamesRule
  readonly host: string
  readonly isSaving: boolean
  /** What became of the last change. */
  readonly outcome: ReactNode
  /** Null: as they are found. */
  readonly onNames: (names: NameSettings | null) => void
}

const words = {
  handoff: 'Handoffs',
  event: 'Their log',
  comment: 'Their comments',
  commitment: 'Their promises',
} as const

const source: Readonly<Record<NamesRule['by'], string>> = {
  company: '',
  user: 'These are the names that you have given.',
  package: 'Found by itself, from the package in this org. There is nothing to do.',
  nobody: 'As in the package. A namespace is found by itself; there is usually nothing to do.',
}

/** How Segue's objects are called in an org, and the way to say it. */
export function NamesView(props: NamesViewProps) {
  const { rule, host } = props
  return (
    <Card
      title="Names in this org"
      intro={`How Segue’s objects are called in ${host}. Salesforce knows the handoff as ${namesIn(rule.names).handoff.object}.`}
    >
      {rule.by === 'company' ? <Decided names={rule.names} /> : <Form {...props} />}
    </Card>
  )
}

function Decided({ names }: { readonly names: NameSettings }) {
  const called = namesIn(names)
  return (
    <>
      <dl className={styles['facts']}>
        {namedObjects.map((key) => (
          <div key={key}>
            <dt>{words[key]}</dt>
            <dd>{called[key].object}</dd>
          </div>
        ))}
      </dl>
      <ByCompany />
    </>
  )
}

function Form({ rule, isSaving, outcome, onNames }: NamesViewProps) {
  const [typed, setTyped] = useState(typedOf(rule.names))
  const [problems, setProblems] = useState<Partial<TypedNames>>({})
  const isAsBefore = JSON.stringify(typed) === JSON.stringify(typedOf(rule.names))
  const save = () => {
    const read = settingsIn(typed)
    setProblems(read.outcome === 'wrong' ? read.problems : {})
    if (read.outcome === 'wrong') return
    onNames(Object.keys(read.names).length === 0 ? null : read.names)
  }
  const box = (key: keyof TypedNames, label: string, hint?: string) => (
    <Field key={key} {...{ label, hint }} problem={problems[key]}>
      {(names) => (
        <TextBox
          names={names}
          value={typed[key]}
          onText={(text) => setTyped((before) => ({ ...before, [key]: text }))}
          onEnter={save}
          placeholder={key === 'namespace' ? undefined : deployedNames[key].object}
        />
      )}
    </Field>
  )
  return (
    <>
      <p>{source[rule.by]}</p>
      {box(
        'namespace',
        'Namespace',
        'What stands before each name, as acme does in acme__Handoff__c.',
      )}
      <details open={rule.names.objects !== undefined}>
        <summary>Objects that were deployed under other names</summary>
        <div className={styles['form']}>
          <p>
            For an org that had a Handoff__c of its own. Say each name whole, with any namespace;
            leave empty what is called as in the package.
          </p>
          {namedObjects.map((key) => box(key, words[key]))}
        </div>
      </details>
      <div className={styles['buttons']}>
        <Button look="main" disabled={isSaving || isAsBefore} onClick={save}>
          {isSaving ? 'Looking at the org…' : 'Use these names'}
        </Button>
        {rule.by === 'user' && (
          <Button disabled={isSaving} onClick={() => onNames(null)}>
            As they are found
          </Button>
        )}
      </div>
      {outcome}
    </>
  )
}
