import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { Field } from '#components/ui/field.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { Radio } from '#components/ui/tick-box.tsx'
import { type Variant, variants as allVariants } from '#lib/handoff/variant.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import styles from './panel.module.css'

/** A template that a draft can be written with. */
interface Offered {
  readonly key: string
  readonly name: string
  readonly description: string
  /** When a handoff with it is usually started. */
  readonly trigger: readonly string[]
  readonly variants: readonly Variant[]
  /** The variant that fits the deal. */
  readonly variant: Variant
}

interface TemplateSheetProps {
  readonly draft: Pick<Draft, 'template' | 'variant'>
  readonly offered: readonly Offered[]
  /** The key of the template that the rules choose for the deal; null without one. */
  readonly fitting: string | null
  readonly onTake: (taken: { readonly templateKey: string; readonly variant: Variant }) => void
  readonly onClose: () => void
}

/** What each variant is for. */
export const variantWords = {
  express: 'Express: one meeting and the essentials',
  standard: 'Standard',
  enterprise: 'Enterprise: phases, joint calls, several weeks',
} as const satisfies Record<Variant, string>

/** Choosing what a handoff is written with. Every answer is kept. */
export function TemplateSheet({ draft, offered, fitting, onTake, onClose }: TemplateSheetProps) {
  const [key, setKey] = useState(draft.template.key)
  const [variant, setVariant] = useState(draft.variant)
  const chosen = offered.find((one) => one.key === key)
  const isSame = key === draft.template.key && variant === draft.variant
  const choose = (one: Offered) => {
    setKey(one.key)
    setVariant(one.key === draft.template.key ? draft.variant : one.variant)
  }
  return (
    <Sheet
      title="What kind of handoff is this?"
      onClose={onClose}
      footer={
        <Button
          look="main"
          disabled={!chosen || isSame}
          onClick={() => onTake({ templateKey: key, variant })}
        >
          Use it
        </Button>
      }
    >
      <p>Every answer is kept: what the new template does not ask for stays with the draft.</p>
      <fieldset className={styles['kinds']}>
        <legend>Template</legend>
        {offered.map((one) => (
          <Radio
            key={one.key}
            group="template"
            checked={one.key === key}
            onChosen={() => choose(one)}
          >
            <strong>{one.name}</strong>{' '}
            {one.key === fitting && <Pill tone="accent">fits this deal</Pill>}
            <span className={styles['soft']}> {one.description}</span>
          </Radio>
        ))}
      </fieldset>
      {chosen && <p>Usually started: {chosen.trigger.join('; ')}</p>}
      {chosen && chosen.variants.length > 1 && (
        <Field
          label="Variant"
          hint={variant === chosen.variant ? 'This one fits the deal.' : undefined}
        >
          {(names) => (
            <ChoiceBox
              names={names}
              value={variant}
              choices={chosen.variants.map((value) => ({ value, label: variantWords[value] }))}
              onChoice={(value) => setVariant(allVariants.find((one) => one === value) ?? variant)}
            />
          )}
        </Field>
      )}
    </Sheet>
  )
}
