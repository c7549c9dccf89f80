import styles from './inbox.module.css'

const hints = [
  ['↑ ↓', 'walk'],
  ['Enter', 'open'],
  ['A', 'accept'],
  ['Q', 'ask'],
  ['D', 'decline'],
  ['R', 'reassign'],
  ['/', 'filter'],
] as const

/** The keys that work in a list, for those who look for them. */
export function KeyHints() {
  return (
    <p className={styles['hints']} aria-label="Keys">
      {hints.map(([key, words]) => (
        <span key={key}>
          <kbd>{key}</kbd> {words}
        </span>
      ))}
    </p>
  )
}
