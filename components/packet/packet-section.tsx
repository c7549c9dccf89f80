import type { Answers } from '#lib/handoff/answer.ts'
import type { Section } from '#lib/handoff/template.ts'
import { saysSomething } from '#lib/handoff/value-text.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { moment } from '#components/ui/formats.ts'
import { Spoken } from '#components/ui/spoken.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { useDesk, useMayRemark, useReopened } from './desk.ts'
import { QuestionRead } from './question-read.tsx'
import { RemarkBox, useIsRemarking } from './remark-box.tsx'
import { standsAt, Thread } from './thread.tsx'
import styles from './packet.module.css'

interface PacketSectionProps {
  readonly section: Section
  readonly answers: Answers
}

/** One section of a packet as it reads: each question with what was answered, and whether the recipient has read it. */
export function PacketSection({ section, answers }: PacketSectionProps) {
  const { comments = [] } = useDesk().handoff
  const isDiscussed = (key: string) => comments.some(({ question }) => question === key)
  const read = section.questions.filter(
    ({ key }) => saysSomething(answers[key]) || isDiscussed(key),
  )
  const place = { question: null, section: section.key }
  const [isRemarking, setRemarking] = useReopened(useIsRemarking(place) || null)
  if (read.length === 0 && !comments.some((one) => standsAt(one, place))) return null
  return (
    <section className={styles['section']} aria-label={section.title} data-section={section.key}>
      <div className={styles['head']}>
        <h2>{section.title}</h2>
        <ReadTick section={section} />
      </div>
      <dl>
        {read.map((question) => (
          <QuestionRead
            key={question.key}
            question={question}
            section={section.key}
            answer={answers[question.key]}
          />
        ))}
      </dl>
      <Thread here={(one) => standsAt(one, place)} />
      {isRemarking && <RemarkBox place={place} onClose={() => setRemarking(null)} />}
      <SectionTools
        title={section.title}
        onRemark={() => setRemarking(isRemarking ? null : true)}
      />
    </section>
  )
}

interface SectionToolsProps {
  readonly title: string
  readonly onRemark: () => void
}

function SectionTools({ title, onRemark }: SectionToolsProps) {
  if (!useMayRemark()) return null
  return (
    <p>
      <Button look="link" onClick={onRemark}>
        Remark on this section
        <Spoken>: {title}</Spoken>
      </Button>
    </p>
  )
}

function ReadTick({ section }: { readonly section: Section }) {
  const { role, reviewed, onRead, handoff } = useDesk()
  const { formats } = useSetting()
  const at = reviewed[section.key]
  if (role === 'incoming') {
    // What Salesforce knows to be read stays so.
    const isKept = section.key in (handoff.reviewed ?? {})
    return (
      <TickBox
        checked={at !== undefined}
        disabled={isKept}
        onChecked={(isRead) => onRead(section.key, isRead)}
      >
        Read
        <Spoken>: {section.title}</Spoken>
      </TickBox>
    )
  }
  if (role === null || at === undefined) return null
  return <p className={styles['soft']}>Read {moment(at, formats)}</p>
}
