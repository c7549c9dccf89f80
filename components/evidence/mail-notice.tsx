import { Button } from '#components/ui/button.tsx'
import styles from './timeline.module.css'

interface MailNoticeProps {
  readonly standing: 'recorded' | 'hidden' | 'none'
  readonly onElsewhere: () => void
}

const sentences = {
  hidden:
    'You may not read mails in this org, or it does not keep them as records (Einstein Activity Capture shows them in Salesforce without storing them there).',
  none: 'No mails are recorded on this deal. Mails that Einstein Activity Capture shows in Salesforce are not records, so Segue cannot read them.',
} as const

/** Says why there are no mails, and what to do instead. */
export function MailNotice({ standing, onElsewhere }: MailNoticeProps) {
  if (standing === 'recorded') return null
  return (
    <p className={styles['mails']}>
      {sentences[standing]}{' '}
      <Button look="link" onClick={onElsewhere}>
        Paste or link the ones that matter
      </Button>
    </p>
  )
}
