import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { leftOver } from '#lib/handoff/change-template.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Template } from '#lib/handoff/template.ts'

interface MigratedNoticeProps {
  readonly draft: Draft
  /** What the draft is written with now. */
  readonly asks: Template
  readonly onRead: () => void
}

const counted = (count: number, one: string, more: string) =>
  count === 0 ? '' : count === 1 ? `One ${one}` : `${count} ${more}`

/** Says what a newer version of the template has made of a draft, until that is read. */
export function MigratedNotice({ draft, asks, onRead }: MigratedNoticeProps) {
  const { migrated, template } = draft
  if (!migrated) return null
  const { dropped = [] } = migrated
  const left = leftOver(asks, draft.answers).filter((key) => migrated.orphaned.includes(key))
  const changes = [
    counted(migrated.added.length, 'question is new.', 'questions are new.'),
    counted(
      migrated.converted.length,
      'answer was turned into text.',
      'answers were turned into text.',
    ),
    counted(
      left.length,
      'answer has no question any more; it stands below.',
      'answers have no question any more; they stand below.',
    ),
    dropped.length > 0 && `No longer offered: ${dropped.join(', ')}. Choose again.`,
  ].filter(Boolean)
  return (
    <Notice
      tone="calm"
      title={`The template of this draft has changed: version ${template.version}`}
      actions={
        <Button look="plain" onClick={onRead}>
          Got it
        </Button>
      }
    >
      <p>
        It was at {migrated.from}. Every answer is kept. {changes.join(' ')}
      </p>
    </Notice>
  )
}
