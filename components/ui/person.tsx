import { Name } from './name.tsx'
import styles from './person.module.css'

interface PersonProps {
  readonly name: string
  readonly note?: string | undefined
}

/** The first letters of the first and last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters
    .map((word) => (word === undefined ? '' : (Array.from(word)[0] ?? '')))
    .join('')
    .toLocaleUpperCase()
}

/** A person: initials in a circle and the name, with a remark such as "account team". */
export function Person({ name, note }: PersonProps) {
  return (
    <span className={styles['person']}>
      <span className={styles['circle']} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className={styles['words']}>
        <Name>{name}</Name>
        {note && <span className={styles['note']}> {note}</span>}
      </span>
    </span>
  )
}
