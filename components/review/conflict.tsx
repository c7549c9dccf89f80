import { useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Radio } from '#components/ui/tick-box.tsx'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import type { FieldConflict } from '#lib/salesforce/field-conflict.ts'
import styles from './conflict.module.css'
import { shown } from './shown.ts'

type Keep = Readonly<Record<string, 'mine' | 'theirs'>>

interface ConflictProps {
  readonly conflicts: readonly FieldConflict[]
  readonly onKeep: (keep: Record<string, 'mine' | 'theirs'>) => void
  readonly onBack: () => void
  /** What going back means here, such as "Back to the draft". */
  readonly backWords: string
}

/** Fields that changed in Salesforce meanwhile: what you saw, yours, theirs, and the choice where there is one. */
export function Conflict({ conflicts, onKeep, onBack, backWords }: ConflictProps) {
  const [keep, setKeep] = useState<Keep>({})
  const written = conflicts.filter(isWritten)
  const stoodOn = conflicts.filter((each) => !isWritten(each))
  const isChosen = written.every(({ path }) => keep[path] !== undefined)
  const known = Object.fromEntries(stoodOn.map(({ path }) => [path, 'theirs'] as const))
  return (
    <Notice
      tone="warning"
      title="Somebody changed this deal meanwhile"
      actions={
        <>
          <EffectButton
            look="main"
            disabled={!isChosen}
            onPress={() => onKeep({ ...known, ...keep })}
          >
            {written.length > 0 ? 'Write it like this' : 'Go on all the same'}
          </EffectButton>
          <Button onClick={onBack}>{backWords}</Button>
        </>
      }
    >
      <p>
        Nothing was overwritten.{' '}
        {written.length > 0
          ? 'Choose for each field what shall hold.'
          : 'See what is different before you go on.'}
      </p>
      {stoodOn.map((conflict) => (
        <Changed key={conflict.path} conflict={conflict} />
      ))}
      {written.map((conflict) => (
        <Choice
          key={conflict.path}
          conflict={conflict}
          kept={keep[conflict.path]}
          onKeep={(one) => setKeep({ ...keep, [conflict.path]: one })}
        />
      ))}
    </Notice>
  )
}

/** What an operation only stands on is not written by it: there is nothing to choose. */
const isWritten = ({ seen, mine }: FieldConflict) => seen !== mine

/** Something that is not as it was when the user decided. */
function Changed({ conflict }: { readonly conflict: FieldConflict }) {
  const { path, label, seen, theirs } = conflict
  return (
    <section className={styles['field']} aria-label={label}>
      <p className={styles['label']}>{label}</p>
      <Line words="When you looked" value={seen} of={conflict} />
      <Line words="In Salesforce now" value={theirs} of={conflict} />
      <p>{consequences.find(({ of }) => of.test(path))?.words}</p>
    </section>
  )
}

const consequences = [
  { of: /\.OwnerId$/, words: 'The handoff would still come from you.' },
  { of: /Handoff_Status__c$/, words: 'Somebody has probably handed this deal over already.' },
]

interface ChoiceProps {
  readonly conflict: FieldConflict
  readonly kept: 'mine' | 'theirs' | undefined
  readonly onKeep: (kept: 'mine' | 'theirs') => void
}

/** A field that both want to write: the three values, and which of two shall hold. */
function Choice({ conflict, kept, onKeep }: ChoiceProps) {
  const { path, label, seen, mine, theirs } = conflict
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['label']}>{label}</legend>
      <Line words="When you looked" value={seen} of={conflict} />
      <Radio group={path} checked={kept === 'mine'} onChosen={() => onKeep('mine')}>
        <Line words="Yours" value={mine} of={conflict} />
      </Radio>
      <Radio group={path} checked={kept === 'theirs'} onChosen={() => onKeep('theirs')}>
        <Line words="In Salesforce now" value={theirs} of={conflict} />
      </Radio>
    </fieldset>
  )
}

interface LineProps {
  readonly words: string
  readonly value: FieldValue
  readonly of: FieldConflict
}

function Line({ words, value, of: { path, people } }: LineProps) {
  const { formats, picklists } = useSetting()
  const choices = picklists[path] ?? people
  return (
    <span className={styles['line']}>
      <span className={styles['words']}>{words}: </span>
      <bdi className={styles['value']}>{shown(value, { formats, choices })}</bdi>
    </span>
  )
}
