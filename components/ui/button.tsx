import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './button.module.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'main' | 'link' | 'danger'
  readonly icon?: IconName
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button with words, and an icon in front where it helps. */
export function Button({ look = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`${styles['button']} ${styles[look]}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName
  readonly label: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that shows an icon only; its name is said and shown on hover. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles['button']} ${styles['icon']}`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
