import { stretchesOf } from './invisible-characters.ts'
import styles from './name.module.css'

interface NameProps {
  readonly children: string
}

/** A name from Salesforce: kept apart from the direction of the text around it, its invisible characters shown. */
export function Name({ children }: NameProps) {
  return (
    <bdi>
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
