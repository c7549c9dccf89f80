import { answerLines } from '#lib/handoff/answer-lines.ts'
import type { Answers } from '#lib/handoff/answer.ts'
import type { Section } from '#lib/handoff/template.ts'
import styles from './packet.module.css'

interface PacketSectionProps {
  readonly section: Section
  readonly answers: Answers
}

/** One section of a packet as it reads: each question with what was answered. */
export function PacketSection({ section, answers }: PacketSectionProps) {
  const read = section.questions.flatMap((question) => {
    const lines = answerLines(question, answers[question.key])
    return lines.length === 0 ? [] : [{ question, lines }]
  })
  if (read.length === 0) return null
  return (
    <section className={styles['section']} aria-label={section.title}>
      <h2>{section.title}</h2>
      <dl>
        {read.map(({ question, lines }) => (
          <div key={question.key} data-question={question.key} tabIndex={-1}>
            <dt>{question.label}</dt>
            {lines.map(({ text, row }) => (
              <dd key={row ?? text} dir="auto">
                {text}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
