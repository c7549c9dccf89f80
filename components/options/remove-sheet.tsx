import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import type { TemplateRow } from './template-list.tsx'

interface RemoveSheetProps {
  readonly template: TemplateRow
  readonly onSave: () => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Says what goes with a template before it is removed, and offers to save it. */
export function RemoveSheet({ template, onSave, onRemove, onClose }: RemoveSheetProps) {
  return (
    <Sheet
      title="Remove this template?"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onSave}>Save as file</Button>
          <Button look="danger" onClick={onRemove}>
            Remove for good
          </Button>
        </>
      }
    >
      <p>
        <Name>{template.name}</Name> {template.version} goes from this computer. Save it as a file
        first: the file can be imported again.
      </p>
      <p>
        Handoffs that were sent stay in Salesforce; without it, only their summary is read here.
      </p>
    </Sheet>
  )
}
