import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Card, Section } from './section.tsx'

interface SelectionsViewProps {
  readonly isOn: boolean
  /** Some browsers give it at installation, and for good. */
  readonly canChange: boolean
  /** What stood in the way just now. */
  readonly trouble: ReactNode
  readonly onTurn: (isOn: boolean) => void
}

/** Lets a selection on any page have a way into a handoff draft. */
export function SelectionsView({ isOn, canChange, trouble, onTurn }: SelectionsViewProps) {
  return (
    <Section
      title="Text from any page"
      intro="What counts for a handoff is often said in a mail or a chat. What you add of it stays on this computer until you quote from it."
    >
      <Card
        title="Add what you select"
        intro="Select text on a page, open its menu with a right click, and choose “Add to handoff draft”. Segue is given that text and the page’s address, and sees nothing else of the page."
      >
        {isOn && (
          <Notice tone="good" title="It is on">
            <p>
              The menu names your latest drafts. <a href="#notifications">Notifications</a> turns
              names off, there too.
            </p>
          </Notice>
        )}
        {canChange && (
          <div>
            <Button look={isOn ? 'plain' : 'main'} onClick={() => onTurn(!isOn)}>
              {isOn ? 'Turn it off' : 'Add what I select on any page'}
            </Button>
          </div>
        )}
        {trouble}
      </Card>
    </Section>
  )
}
