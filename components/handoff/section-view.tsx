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

/** A section with the questions that are asked in this variant. */
export function SectionView({ section, answers, assessment, onAnswer }: SectionViewProps) {
  const standing = assessment.sections.find(({ key }) => key === section.key)
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
