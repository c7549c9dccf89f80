import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import styles from './source-view.module.css'

interface SourceHeadProps {
  readonly title: string
  readonly about: ReactNode
  /** Where the way back leads. */
  readonly back: string
  readonly onBack: () => void
}

/** What is being read, and the way back. */
export function SourceHead({ title, about, back, onBack }: SourceHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed to come here is gone: the focus goes on from what is read now.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={styles['head']}>
      <Button look="link" onClick={onBack}>
        {`← ${back}`}
      </Button>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        <Name>{title}</Name>
      </h3>
      <p className={styles['soft']}>{about}</p>
    </div>
  )
}
