import { useState } from 'react'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

interface CopyButtonProps {
  readonly text: () => string
  readonly disabled?: boolean
  readonly children: string
}

/** Copies a text and says whether it has: who pastes something older would not notice. */
export function CopyButton({ text, disabled = false, children }: CopyButtonProps) {
  const [isCopied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <Button
        icon="paste"
        disabled={disabled}
        onClick={() => void copyText(text()).then(setCopied)}
      >
        {isCopied === true ? 'Copied' : children}
      </Button>
      {isCopied === false && (
        <span role="alert">
          This browser does not let Segue copy. Select the text and copy it yourself.
        </span>
      )}
    </>
  )
}
