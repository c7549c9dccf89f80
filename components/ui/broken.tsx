import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

interface BrokenProps {
  readonly onReload: () => void
}

/** What is shown when this surface itself has failed. */
export function Broken({ onReload }: BrokenProps) {
  return (
    <Notice
      whole
      tone="bad"
      title="Something in Segue broke"
      actions={
        <Button look="main" onClick={onReload}>
          Open it again
        </Button>
      }
    >
      <p>
        What was marked “Saved on this computer” is kept. Nothing was sent that you did not send.
      </p>
    </Notice>
  )
}
