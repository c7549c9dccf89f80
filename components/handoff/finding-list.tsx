import type { Finding } from '#lib/handoff/finding.ts'
import { severities, type Severity } from '#lib/handoff/severity.ts'
import { Sheet } from '#components/ui/sheet.tsx'
import { WhatCounts, type WhatCountsProps } from './what-counts.tsx'
import styles from './panel.module.css'

interface FindingListProps extends WhatCountsProps {
  readonly labelOf: (question: string) => string
  readonly onGo: (finding: Finding) => void
  readonly onClose: () => void
}

const titles = {
  'blocks-submit': 'Needed before you submit',
  'blocks-accept': 'Needed before it is accepted',
  warns: 'Worth adding',
} as const satisfies Record<Severity, string>

/** Everything missing or weak, with the rule behind it and a way there. */
export function FindingList(props: FindingListProps) {
  const { template, assessment, labelOf, onGo, onClose } = props
  const { findings } = assessment
  return (
    <Sheet title="What is left" onClose={onClose}>
      <WhatCounts {...{ template, assessment }} />
      {findings.length === 0 && <p>Nothing is missing.</p>}
      {severities.map((severity) => {
        const these = findings.filter((finding) => finding.severity === severity)
        if (these.length === 0) return null
        return (
          <section key={severity} aria-label={titles[severity]}>
            <h3>{titles[severity]}</h3>
            <ul className={styles['findings']}>
              {these.map((finding) => (
                <li key={`${finding.question}${finding.rule}${finding.row}${finding.sentence}`}>
                  <button type="button" className={styles['finding']} onClick={() => onGo(finding)}>
                    <strong>
                      {finding.question === null ? 'Handoff' : labelOf(finding.question)}
                    </strong>
                    <span>{finding.sentence}</span>
                    <span className={styles['soft']}>
                      Rule: {finding.rule.replaceAll('-', ' ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Sheet>
  )
}
