import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Pill } from '#components/ui/pill.tsx'
import type { Template } from '#lib/handoff/template.ts'
import styles from './held-deals.module.css'

/** A template as it stands in the list. */
export interface TemplateRow extends Pick<Template, 'key' | 'version' | 'name' | 'status'> {
  readonly from: 'built-in' | 'import' | 'policy'
  readonly isLocked: boolean
  /** The company offers others only. */
  readonly isLeftOut: boolean
  readonly questions: number
}

interface TemplateListProps {
  readonly templates: readonly TemplateRow[]
  readonly onTry: (template: TemplateRow) => void
  readonly onExport: (template: TemplateRow) => void
  readonly onStatus: (template: TemplateRow, status: Template['status']) => void
  readonly onRemove: (template: TemplateRow) => void
}

const origins: Readonly<Record<TemplateRow['from'], string>> = {
  'built-in': 'Comes with Segue',
  import: 'Imported on this computer',
  policy: 'Set by your company',
}

/** All templates of this browser, each version by itself. */
export function TemplateList({ templates, ...actions }: TemplateListProps) {
  return (
    <ul aria-label="Templates">
      {templates.map((template) => (
        <TemplateLine
          key={`${template.from} ${template.key} ${template.version}`}
          {...{ template, ...actions }}
        />
      ))}
    </ul>
  )
}

interface TemplateLineProps extends Omit<TemplateListProps, 'templates'> {
  readonly template: TemplateRow
}

function TemplateLine({ template, onTry, onExport, onStatus, onRemove }: TemplateLineProps) {
  const { key, version, name, status, from, isLocked, isLeftOut, questions } = template
  const title = `${name} ${version}`
  return (
    <li className={styles['row']}>
      <div>
        <p>
          <Name>{name}</Name> {status !== 'active' && <Pill>{status}</Pill>}
          {isLeftOut && <Pill icon="lock">not offered by your company</Pill>}
        </p>
        <span className={styles['what']}>
          {key} {version} · {questions} {questions === 1 ? 'question' : 'questions'} ·{' '}
          {origins[from]}
        </span>
      </div>
      <div className={styles['buttons']}>
        <Button
          look="link"
          aria-label={`Try it on past deals: ${title}`}
          onClick={() => onTry(template)}
        >
          Try it on past deals
        </Button>
        <Button
          look="link"
          aria-label={`Save as file: ${title}`}
          onClick={() => onExport(template)}
        >
          Save as file
        </Button>
        {!isLocked && (
          <>
            <Button
              look="link"
              aria-label={`${status === 'active' ? 'Archive' : 'Use'} ${title}`}
              onClick={() => onStatus(template, status === 'active' ? 'archived' : 'active')}
            >
              {status === 'active' ? 'Archive' : 'Use'}
            </Button>
            <Button look="link" aria-label={`Remove ${title}`} onClick={() => onRemove(template)}>
              Remove
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
