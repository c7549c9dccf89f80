import { CopyButton } from '#components/ui/copy-button.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { mailLink } from '#lib/handoff/mail-link.ts'
import type { Owner } from '#lib/handoff/book.ts'
import styles from './leaving.module.css'

interface OwnerLetterProps {
  readonly owner: Owner
  readonly letter: { readonly subject: string; readonly body: string }
  readonly onClose: () => void
}

/** A message to the owner, ready to be sent by the user’s own program: Segue sends nothing. */
export function OwnerLetter({ owner, letter, onClose }: OwnerLetterProps) {
  const { subject, body } = letter
  const to = owner.email === '' ? [] : [owner.email]
  const { address, isWhole } = mailLink({ to, cc: [], subject, body })
  return (
    <Sheet
      title={`Ask ${owner.name} to hand over`}
      onClose={onClose}
      footer={
        <div className={styles['ways']}>
          <CopyButton text={() => body}>Copy the message</CopyButton>
          <SafeLink look="main" address={address}>
            Open in your mail program
          </SafeLink>
        </div>
      }
    >
      <p>
        {isWhole
          ? 'Segue sends nothing by itself.'
          : 'It is too long to be handed to a mail program: copy it, and paste it there. Segue sends nothing by itself.'}
      </p>
      <p dir="auto" className={styles['letter']}>
        {body}
      </p>
    </Sheet>
  )
}
