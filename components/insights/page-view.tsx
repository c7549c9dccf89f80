import type { ReactNode } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import styles from './page.module.css'

interface PageViewProps {
  /** Whose page it is, and in which org. */
  readonly whose: { readonly userName: string; readonly orgName: string }
  /** That Salesforce is being asked, or when it was. */
  readonly age: string
  readonly onRefresh: () => void
  readonly children: ReactNode
}

/** The full page around its tabs. */
export function PageView({ whose, age, onRefresh, children }: PageViewProps) {
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>Handoffs</h1>
          <p className={styles['whose']}>
            <Name>{whose.userName}</Name> in <Name>{whose.orgName}</Name>
          </p>
        </div>
        <div className={styles['tools']}>
          <output>{age}</output>
          <IconButton icon="refresh" label="Ask Salesforce again" onClick={onRefresh} />
        </div>
      </header>
      {children}
    </main>
  )
}
