import { Notice } from '#components/ui/notice.tsx'
import { close } from './close.ts'
import { Button } from '#components/ui/button.tsx'

/** A draft written with a template that this version of the extension does not have. */
export function UnknownTemplate() {
  return (
    <Notice
      whole
      tone="warning"
      title="This draft needs a newer version"
      actions={<Button onClick={close}>Close</Button>}
    >
      <p>
        It was written with a template that this version of Segue does not know. It stays on this
        computer; update the extension to go on.
      </p>
    </Notice>
  )
}
