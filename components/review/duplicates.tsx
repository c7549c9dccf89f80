import type { Duplicates as Found } from '#lib/salesforce/trouble.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import styles from './review.module.css'

interface DuplicatesProps {
  readonly duplicates: Found
  /** Null: somebody else, who is created all the same. */
  readonly onContact: (contactId: string | null) => void
  readonly onBack: () => void
  readonly backWords: string
}

/** Somebody who is to become a contact may be one already: whom Salesforce has found, and what can be done. */
export function Duplicates({ duplicates, onContact, onBack, backWords }: DuplicatesProps) {
  const { name, words, found, maySave } = duplicates
  return (
    <Notice
      tone="warning"
      title={`${name} may be a contact already`}
      actions={
        <>
          {maySave && (
            <EffectButton onPress={() => onContact(null)}>Create all the same</EffectButton>
          )}
          <Button onClick={onBack}>{backWords}</Button>
        </>
      }
    >
      <p>
        Nothing was written; everything is saved on this computer. Salesforce says:{' '}
        <q dir="auto">{words}</q>
      </p>
      <ul className={styles['found']}>
        {found.map(({ contactId, name: other, note, isInDeal }) => (
          <li key={contactId}>
            <div>
              <p>
                <Name>{other}</Name>
              </p>
              <p className={styles['beside']}>{note}</p>
              {isInDeal && <p className={styles['beside']}>Has a part in this deal already.</p>}
            </div>
            <EffectButton onPress={() => onContact(contactId)} aria-label={`Use ${other}, ${note}`}>
              Use
            </EffectButton>
          </li>
        ))}
      </ul>
      <p>{advice(found.length > 0, maySave)}</p>
    </Notice>
  )
}

function advice(isSeen: boolean, maySave: boolean): string {
  if (maySave) return isSeen ? '' : 'You may not see whom it has found.'
  return isSeen
    ? 'A second one is not allowed here: use a contact that is there.'
    : 'A second one is not allowed here, and you may not see whom it has found. Ask your Salesforce admin.'
}
