import { useState } from 'react'
import control from '#components/ui/control.module.css'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import type { LinkSource } from '#lib/handoff/evidence-source.ts'
import { type LinkProblems, takeLink, type TypedLink } from '#lib/handoff/take-link.ts'
import { SourceForm } from './source-form.tsx'
import styles from './sources.module.css'

interface LinkFormProps {
  readonly typed: TypedLink
  readonly onTyped: (typed: TypedLink) => void
  readonly onAdd: (source: LinkSource) => void
  readonly onCancel: () => void
}

/** A recording that lies elsewhere, with the moment that matters. */
export function LinkForm({ typed, onTyped, onAdd, onCancel }: LinkFormProps) {
  const [problems, setProblems] = useState<LinkProblems>({})
  const put = (change: Partial<typeof typed>) => onTyped({ ...typed, ...change })
  const add = () => {
    const taken = takeLink(typed)
    if ('source' in taken) return onAdd(taken.source)
    setProblems(taken.problems)
  }
  return (
    <SourceForm name="Link a recording" button="Add link" onSubmit={add} onCancel={onCancel}>
      <Field label="Address" needed problem={problems.url}>
        {(names) => (
          <TextBox
            {...{ names, value: typed.url, onText: (url) => put({ url }), onEnter: add }}
            input="url"
            placeholder="https://"
          />
        )}
      </Field>
      <Field label="What it is">
        {(names) => (
          <TextBox
            {...{ names, value: typed.label, onText: (label) => put({ label }), onEnter: add }}
            placeholder="Demo with three depots"
          />
        )}
      </Field>
      <WhenRecorded {...{ typed, put, problems }} onEnter={add} />
      <TickBox
        checked={typed.recipientCanOpen}
        onChecked={(recipientCanOpen) => put({ recipientCanOpen })}
      >
        The recipient can open it
      </TickBox>
    </SourceForm>
  )
}

interface WhenRecordedProps {
  readonly typed: TypedLink
  readonly put: (change: Partial<TypedLink>) => void
  readonly problems: LinkProblems
  readonly onEnter: () => void
}

function WhenRecorded({ typed, put, problems, onEnter }: WhenRecordedProps) {
  return (
    <div className={styles['pair']}>
      <Field label="Moment" problem={problems.moment}>
        {(names) => (
          <TextBox
            {...{ names, value: typed.moment, onText: (moment) => put({ moment }), onEnter }}
            placeholder="12:30"
          />
        )}
      </Field>
      <Field label="Recorded on">
        {(names) => (
          <input
            {...names}
            type="date"
            className={control['control']}
            value={typed.on}
            onChange={(event) => put({ on: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
