import { stretchesOf } from './invisible-characters.ts'
import styles from './name.module.css'

interface NameProps {
  readonly children: string
  /** `ltr` for a sentence of ours with names in it: one that begins with a name runs the way we write. */
  readonly dir?: 'ltr'
}

/** A name from Salesforce: kept apart from the direction of the text around it, its invisible characters shown. */
export function Name({ children, dir }: NameProps) {
  return (
    <bdi dir={dir}>
      {stretchesOf(children).map(({ at, text, hidden }) =>
        hidden === null ? (
          text
        ) : (
          <span key={at} className={styles['hidden']}>
            {hidden}
          </span>
        ),
      )}
    </bdi>
  )
}
