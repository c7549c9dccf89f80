import { memo } from 'react'
import type { Answer, Answers } from '#lib/handoff/answer.ts'
import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Section } from '#lib/handoff/template.ts'
import { Icon } from '#components/ui/icon.tsx'
import { QuestionView } from './question-view.tsx'
import styles from './panel.module.css'

interface SectionViewProps {
  readonly section: Section
  readonly answers: Answers
  readonly assessment: Assessment
  readonly onAnswer: (question: string, answer: Answer | null) => void
}

/** A section with the questions that are asked in this variant; drawn again when something in it has changed. */
export const SectionView = memo(SectionOfDraft, isSame)

function SectionOfDraft({ section, answers, assessment, onAnswer }: SectionViewProps) {
  const standing = standingOf({ section, assessment })
  const asked = section.questions.filter(({ key }) => assessment.questions[key]?.asked ?? true)
  if (asked.length === 0) return null
  return (
    <section className={styles['section']} aria-label={section.title}>
      <div className={styles['section-head']}>
        <h2>{section.title}</h2>
        {standing && standing.inScope > 0 && (
          <span className={standing.answered < standing.inScope ? styles['soft'] : styles['done']}>
            {standing.answered === standing.inScope && <Icon name="check" />}
            {standing.answered} of {standing.inScope}
          </span>
        )}
      </div>
      {section.about !== undefined && <p className={styles['soft']}>{section.about}</p>}
      {asked.map((question) => (
        <QuestionView
          key={question.key}
          question={question}
          answer={answers[question.key]}
          standing={assessment.questions[question.key]}
          onAnswer={onAnswer}
        />
      ))}
    </section>
  )
}

/** Whether two drawings of a section would be the same: a key in one answer changes no other section. */
function isSame(before: SectionViewProps, after: SectionViewProps): boolean {
  const { section, onAnswer } = after
  return (
    before.section === section &&
    before.onAnswer === onAnswer &&
    hasSameCount(standingOf(before), standingOf(after)) &&
    section.questions.every(
      ({ key }) =>
        before.answers[key] === after.answers[key] &&
        before.assessment.questions[key] === after.assessment.questions[key],
    )
  )
}

type Standing = Assessment['sections'][number] | undefined

const standingOf = ({ section, assessment }: Pick<SectionViewProps, 'section' | 'assessment'>) =>
  assessment.sections.find(({ key }) => key === section.key)

const hasSameCount = (before: Standing, after: Standing) =>
  before?.inScope === after?.inScope && before?.answered === after?.answered
