import { useState } from 'react'
import type { FieldConflict } from '#lib/salesforce/field-conflict.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Radio } from '#components/ui/tick-box.tsx'
import { shown } from './shown.ts'

interface ConflictProps {
  readonly conflicts: readonly FieldConflict[]
  readonly onKeep: (keep: Record<string, 'mine' | 'theirs'>) => void
  readonly onBack: () => void
}

/** Fields that changed in Salesforce meanwhile: what you saw, yours, theirs, and the choice. */
export function Conflict({ conflicts, onKeep, onBack }: ConflictProps) {
  const [keep, setKeep] = useState<Record<string, 'mine' | 'theirs'>>({})
  const isChosen = conflicts.every(({ path }) => keep[path] !== undefined)
  return (
    <Notice
      tone="warning"
      title="Somebody changed this record meanwhile"
      actions={
        <>
          <EffectButton look="main" disabled={!isChosen} onPress={() => onKeep(keep)}>
            Write it like this
          </EffectButton>
          <Button onClick={onBack}>Back to the draft</Button>
        </>
      }
    >
      <p>Nothing was overwritten. Choose for each field what shall hold.</p>
      {conflicts.map(({ path, label, seen, mine, theirs }) => (
        <fieldset key={path}>
          <legend>{label}</legend>
          <p>When you looked: {shown(seen)}</p>
          <Radio
            group={path}
            checked={keep[path] === 'mine'}
            onChosen={() => setKeep({ ...keep, [path]: 'mine' })}
          >
            Yours: {shown(mine)}
          </Radio>
          <Radio
            group={path}
            checked={keep[path] === 'theirs'}
            onChosen={() => setKeep({ ...keep, [path]: 'theirs' })}
          >
            In Salesforce now: {shown(theirs)}
          </Radio>
        </fieldset>
      ))}
    </Notice>
  )
}
