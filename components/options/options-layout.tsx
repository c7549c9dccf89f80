import type { ReactNode } from 'react'
import { useFocusNearby } from '#components/ui/use-focus-nearby.ts'
import styles from './options.module.css'

interface OptionsLayoutProps {
  readonly sections: readonly { readonly key: string; readonly label: string }[]
  /** The key of the section that is shown. */
  readonly shown: string
  readonly children: ReactNode
}

/** A page with its navigation at the side, or above it where there is no room. */
export function OptionsLayout({ sections, shown, children }: OptionsLayoutProps) {
  useFocusNearby()
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['product']}>Segue</p>
        <nav aria-label="Settings">
          <ul className={styles['sections']}>
            {sections.map(({ key, label }) => (
              <li key={key}>
                <a href={`#${key}`} aria-current={key === shown ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className={styles['main']}>{children}</main>
    </div>
  )
}
