import { useMemo } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import type { Answer, Answers } from '#lib/handoff/answer.ts'
import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Template } from '#lib/handoff/template.ts'
import { sectionsUpTo } from './jump.ts'
import { SectionView } from './section-view.tsx'
import { AskedFields, fieldsAsked } from './use-choices.ts'
import { useWhole } from './use-whole.ts'

interface SectionsProps {
  readonly template: Template
  readonly answers: Answers
  readonly assessment: Assessment
  /** The question that gets the focus when the draft appears. */
  readonly first: string | null
  readonly onAnswer: (question: string, answer: Answer | null) => void
}

/** The questions. What the focus goes to is drawn first, what is below it in the moment after. */
export function Sections({ template, answers, assessment, first, onAnswer }: SectionsProps) {
  const isWhole = useWhole()
  const fields = useMemo(() => fieldsAsked(template), [template])
  if (!Object.values(assessment.questions).some(({ asked }) => asked)) return <NothingAsked />
  const drawn = isWhole ? template.sections.length : sectionsUpTo(template, first)
  return (
    <AskedFields value={fields}>
      {template.sections.slice(0, drawn).map((section) => (
        <SectionView key={section.key} {...{ section, answers, assessment, onAnswer }} />
      ))}
    </AskedFields>
  )
}

/** A template may ask nothing in some variant; an empty panel would look broken. */
function NothingAsked() {
  return (
    <Notice tone="calm" title="This template asks nothing here">
      <p>Submit the handoff as it is, or choose another template or variant above.</p>
    </Notice>
  )
}
