import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Forgetting, type HeldDeal, HeldDeals } from './held-deals.tsx'
import styles from './held-deals.module.css'
import { Card, Section } from './section.tsx'

interface PrivacyViewProps {
  /** False: whose all that is kept is, is not known. */
  readonly isSignedIn: boolean
  readonly deals: readonly HeldDeal[]
  /** How many rows belong to other users of this browser profile, or to this one in another org. */
  readonly others: number
  /** What has just been done, or stood in the way. */
  readonly notice: ReactNode
  readonly onForget: (forgetting: Forgetting) => void
  readonly onForgetOthers: () => void
  readonly onForgetAll: () => void
  readonly onExport: () => void
}

/** What is kept on this computer, and how to have less of it. */
export function PrivacyView(props: PrivacyViewProps) {
  const { isSignedIn, deals, others, notice, onForget, onForgetOthers, onForgetAll, onExport } =
    props
  return (
    <Section
      title="Privacy"
      intro="Segue sends data to your Salesforce org and nowhere else. This is what is kept on this computer."
    >
      {notice}
      <Card title="Deals on this computer">
        {isSignedIn ? (
          <HeldDeals deals={deals} onForget={onForget} />
        ) : (
          <p>Sign in to Salesforce, and this lists what is kept for you.</p>
        )}
      </Card>
      {others > 0 && (
        <Card
          title="Of other users"
          intro="Somebody else has used Segue in this browser profile, or you under another sign-in. Their words are never shown to you."
        >
          <div className={styles['buttons']}>
            <Button look="danger" onClick={onForgetOthers}>
              Forget what belongs to others…
            </Button>
          </div>
        </Card>
      )}
      <Card
        title="Everything"
        intro="Your drafts, discarded ones too, as a file, or this computer as if new."
      >
        <div className={styles['buttons']}>
          <Button onClick={onExport}>Save my drafts as JSON</Button>
          <Button look="danger" onClick={onForgetAll}>
            Forget everything…
          </Button>
        </div>
      </Card>
    </Section>
  )
}
