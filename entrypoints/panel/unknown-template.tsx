import { useState } from 'react'
import type { DraftOnHand } from '#components/hooks/use-draft.ts'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Draft } from '#lib/handoff/draft.ts'
import { type ChangedFrom, Choosing } from './choosing.tsx'
import { close } from './close.ts'

interface UnknownTemplateProps {
  readonly draft: Draft
  readonly onHand: Pick<DraftOnHand, 'stored'>
  readonly onChanged: (changed: ChangedFrom) => void
  /** Shows the handoff as it was sent, in the place of the draft. */
  readonly onAsSent: () => void
}

/** A draft written with a template that this browser does not have, and the way on with another one. */
export function UnknownTemplate(props: UnknownTemplateProps) {
  const { template, handoffId } = props.draft
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <Notice
        whole
        tone="warning"
        title="The template of this draft is not here"
        actions={
          <>
            {handoffId === null ? (
              <Button onClick={() => setChoosing(true)}>Choose another template</Button>
            ) : (
              <Button onClick={props.onAsSent}>See it as it was sent</Button>
            )}
            <Button onClick={close}>Close</Button>
          </>
        }
      >
        <p>
          It was written with <Name>{`${template.key} ${template.version}`}</Name>. Your company has
          taken that away, or it comes with a newer version of Segue. Everything you wrote is saved
          on this computer{handoffId !== null && ': once the template is back, you go on with it'}.
        </p>
      </Notice>
      {isChoosing && <Choosing {...props} isOpen onClose={() => setChoosing(false)} />}
    </>
  )
}
