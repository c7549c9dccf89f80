import { RecipientPicker } from '#components/review/recipient-picker.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { DayBox } from '#components/ui/day-box.tsx'
import { Field } from '#components/ui/field.tsx'
import type { SearchUsers } from '#components/ui/user-search.tsx'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { OfferedTemplate } from '#lib/messaging/deals-requests.ts'
import styles from './batch.module.css'

/** In the place of a template's key: each deal is written with the one that fits it. */
export const byRules = ':rules'

/** What is said for all deals, as it stands in the boxes. */
export interface Said {
  readonly templateKey: string
  readonly recipient: Person | null
  /** By the key of the question: a choice or a day. */
  readonly answers: Readonly<Record<string, string>>
}

interface CommonFormProps {
  readonly offered: readonly OfferedTemplate[]
  readonly said: Said
  readonly search: SearchUsers
  readonly onTemplate: (key: string) => void
  readonly onRecipient: (recipient: Person | null) => void
  readonly onAnswer: (question: string, answer: string) => void
}

/** What several deals have in common: the template, who takes over, and what is the same for a whole territory. */
export function CommonForm(props: CommonFormProps) {
  const { offered, said, search, onTemplate, onRecipient, onAnswer } = props
  const template = offered.find(({ key }) => key === said.templateKey)
  return (
    <section aria-label="What they have in common" className={styles['common']}>
      <Field
        label="Written with"
        hint={
          template?.description ??
          'Choose one template for all to answer here what is the same for each.'
        }
      >
        {(names) => (
          <ChoiceBox
            names={names}
            choices={[
              ...offered.map(({ key, name }) => ({ value: key, label: name })),
              { value: byRules, label: 'What the rules choose for each deal' },
            ]}
            value={said.templateKey}
            onChoice={onTemplate}
          />
        )}
      </Field>
      <RecipientPicker
        recipient={said.recipient}
        search={search}
        needed={false}
        onRecipient={(to) => onRecipient(to && { userId: to.userId, name: to.name })}
      />
      {template?.common.map((question) => (
        <Answer
          key={question.key}
          question={question}
          value={said.answers[question.key] ?? ''}
          onAnswer={(answer) => onAnswer(question.key, answer)}
        />
      ))}
      <p>Leave empty what differs from deal to deal. In each draft all of it can be changed.</p>
    </section>
  )
}

interface AnswerProps {
  readonly question: Question
  readonly value: string
  readonly onAnswer: (answer: string) => void
}

function Answer({ question: { label, help, answer }, value, onAnswer }: AnswerProps) {
  return (
    <Field label={label} hint={help}>
      {(names) =>
        answer.type === 'picklist' ? (
          <ChoiceBox
            names={names}
            choices={answer.options ?? []}
            empty="Choose…"
            value={value}
            onChoice={onAnswer}
          />
        ) : (
          <DayBox names={names} value={value} onDay={onAnswer} />
        )
      }
    </Field>
  )
}
