import { useQuery } from '@tanstack/react-query'
import { useSetting } from '#components/handoff/setting.ts'
import { TemplateSheet } from '#components/handoff/template-sheet.tsx'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import { newestRevision } from '#components/hooks/own-saves.ts'
import type { DraftOnHand } from '#components/hooks/use-draft.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Variant } from '#lib/handoff/variant.ts'
import type { Draft } from '#lib/handoff/draft.ts'

interface Chosen {
  readonly templateKey: string
  readonly variant: Variant
}

/** What the draft was before its template was changed, and its revision right after. */
export interface ChangedFrom {
  readonly before: Draft
  readonly revision: number
}

interface ChoosingProps {
  readonly draft: Draft
  readonly onHand: Pick<DraftOnHand, 'stored'>
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChanged: (changed: ChangedFrom) => void
}

/** The choice of a template: its sheet when it is opened, and a word when another one fits the deal now. */
export function Choosing({ draft, onHand, isOpen, onClose, onChanged }: ChoosingProps) {
  const { key: draftKey } = draft
  const { deal } = useSetting()
  const { data } = useQuery({
    queryKey: keys.choices(draftKey, deal.lastModifiedAt),
    queryFn: () => ask('choice.read', { draftKey }),
  })
  if (data?.outcome !== 'ok') return null
  const { templates, fitting } = data.value
  const take = async (chosen: Chosen) => {
    onClose()
    // What is being typed goes along: it has to be on disk first.
    const before = await onHand.stored()
    if (!before) return
    const taken = await ask('choice.take', { draftKey, ...chosen })
    await queries.invalidateQueries({ queryKey: keys.draft(draft.opportunityId) })
    if (taken.outcome === 'ok') onChanged({ before, revision: taken.value.revision })
  }
  if (isOpen)
    return (
      <TemplateSheet
        {...{ draft, fitting, onClose }}
        offered={templates}
        onTake={(chosen) => void take(chosen)}
      />
    )
  const better = templates.find(({ key }) => key === fitting)
  const isFine = better?.key === draft.template.key && better.variant === draft.variant
  if (!better || isFine || draft.chosen || draft.handoffId !== null) return null
  return (
    <Notice
      tone="calm"
      title={`${better.name}, ${better.variant}, fits this deal now`}
      actions={
        <>
          <Button onClick={() => void take({ templateKey: better.key, variant: better.variant })}>
            Change to it
          </Button>
          <Button
            look="link"
            onClick={() => void take({ templateKey: draft.template.key, variant: draft.variant })}
          >
            Keep this one
          </Button>
        </>
      }
    >
      <p>The deal or a template has changed since this was begun. Every answer is kept.</p>
    </Notice>
  )
}

interface UndoChangeProps {
  readonly draft: Draft
  readonly changed: ChangedFrom
  readonly templateName: string
}

/** Says what a draft is written with now, and takes that back while nothing was written since. */
export function UndoChange({ draft, changed, templateName }: UndoChangeProps) {
  const { before, revision } = changed
  const isSame = before.template.key === draft.template.key && before.variant === draft.variant
  if (newestRevision(draft) > revision || isSame) return null
  const undo = async () => {
    await ask('choice.revert', { draft: before, revision })
    await queries.invalidateQueries({ queryKey: keys.draft(draft.opportunityId) })
  }
  return (
    <Notice
      tone="good"
      title={`Now: ${templateName}, ${draft.variant}`}
      actions={<Button onClick={() => void undo()}>Undo</Button>}
    >
      <p>Every answer is kept.</p>
    </Notice>
  )
}
