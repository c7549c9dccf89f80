import type { Assessment, QuestionAssessment } from '#lib/handoff/assessment.ts'
import type { Demand } from '#lib/handoff/demand.ts'
import { sharesOfScore } from '#lib/handoff/score-shares.ts'
import type { Severity } from '#lib/handoff/severity.ts'
import type { Section, Template } from '#lib/handoff/template.ts'
import { percent } from '#components/ui/formats.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { useSetting } from './setting.ts'
import styles from './panel.module.css'

export interface WhatCountsProps {
  readonly template: Template
  readonly assessment: Assessment
}

/** The definition of done: what counts towards the score, what demands it, and what is done of it. */
export function WhatCounts({ template, assessment }: WhatCountsProps) {
  const { formats } = useSetting()
  const shares = sharesOfScore(template, assessment.sections)
  return (
    <details>
      <summary>
        All that counts, and how much: {percent(assessment.score, formats)} is there
      </summary>
      {template.sections.map((section, at) => (
        <CountingSection
          key={section.key}
          section={section}
          questions={assessment.questions}
          share={percent(shares[at] ?? 0, formats)}
        />
      ))}
    </details>
  )
}

interface CountingSectionProps {
  readonly section: Section
  readonly questions: Assessment['questions']
  /** Of the whole score, in percent. */
  readonly share: string
}

function CountingSection({ section, questions, share }: CountingSectionProps) {
  const counting = section.questions.flatMap(({ key, label }) => {
    const standing = questions[key]
    return standing?.inScope ? [{ key, label, standing }] : []
  })
  if (counting.length === 0) return null
  const done = counting.filter(({ standing }) => standing.satisfied).length
  return (
    <section aria-label={section.title}>
      <h3>{section.title}</h3>
      <p className={styles['soft']}>
        {done} of {counting.length} · {share} of the score
      </p>
      <ul>
        {counting.map(({ key, label, standing }) => (
          <li key={key}>
            <span className={styles[standing.satisfied ? 'done' : 'soft']}>
              <Icon name={standing.satisfied ? 'check' : 'weak'} />
              <Spoken>{standing.satisfied ? 'Done:' : 'Missing:'}</Spoken>
            </span>{' '}
            {label} <span className={styles['soft']}>{ruleOf(standing)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const rules = {
  'blocks-submit': 'needed before you submit',
  'blocks-accept': 'needed before it is accepted',
  warns: 'worth adding',
} as const satisfies Record<Severity, string>

function ruleOf({ demand }: QuestionAssessment): string {
  return demand === null ? 'added by you' : `${rules[demand.severity]}${rowsOf(demand)}`
}

const rowsOf = ({ atLeast }: Demand) => (atLeast > 1 ? `, at least ${atLeast}` : '')
