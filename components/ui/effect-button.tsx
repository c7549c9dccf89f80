import { type ButtonHTMLAttributes, type ReactNode, type Ref, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './effect-button.module.css'
import { useArmed } from './use-armed.ts'

interface EffectButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick'> {
  readonly look?: 'plain' | 'main' | 'danger'
  readonly ref?: Ref<HTMLButtonElement>
  readonly onPress: () => void
  readonly children: ReactNode
}

/**
 * A button that changes something in Salesforce. In a frame it does nothing, and says so, while a page covers,
 * fades, stretches or moves that frame, or when it has only just appeared under the pointer.
 */
export function EffectButton({ onPress, children, ...rest }: EffectButtonProps) {
  const place = useRef<HTMLSpanElement>(null)
  const isArmed = useArmed(place)
  const [isRefused, setRefused] = useState(false)
  const press = () => {
    setRefused(!isArmed)
    if (isArmed) onPress()
  }
  return (
    <span ref={place} className={styles['effect']}>
      {isRefused && (
        <span role="alert" className={styles['refusal']}>
          Nothing was done: the page covers this panel, or it has just moved.{' '}
          {isArmed ? 'You can press again now.' : 'Press again once it is in full view.'}
        </span>
      )}
      <Button {...rest} aria-disabled={isArmed ? rest['aria-disabled'] : true} onClick={press}>
        {children}
      </Button>
    </span>
  )
}
