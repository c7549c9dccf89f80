import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'

interface AstrayProps {
  readonly astray: readonly {
    readonly draftKey: string
    readonly opportunityName: string
    readonly answers: number
  }[]
  readonly onMove: (draftKey: string) => void
}

/** Drafts whose opportunity was deleted or merged, or is hidden now: they can go on with this one. */
export function Astray({ astray, onMove }: AstrayProps) {
  return astray.map(({ draftKey, opportunityName, answers }) => (
    <Notice
      key={draftKey}
      tone="calm"
      title="A draft has lost its opportunity"
      actions={<Button onClick={() => onMove(draftKey)}>Use it for this deal</Button>}
    >
      <p>
        <Name>{opportunityName}</Name> was deleted or merged, or you may no longer see it. Your
        draft with {answers === 1 ? 'one answer' : `${answers} answers`} is kept; what you began
        here would go to the trash.
      </p>
    </Notice>
  ))
}
