import { EffectButton } from '#components/ui/effect-button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { isChased } from '#lib/handoff/reminder.ts'
import { useDesk, useTyped } from './desk.ts'

/** The box of the words that go with it. */
export const remindBox = 'remind'

interface RemindSheetProps {
  readonly onRemind: (words: string) => void
  readonly onClose: () => void
}

/** Reminding the recipient, with a word of one's own. */
export function RemindSheet({ onRemind, onClose }: RemindSheetProps) {
  const { handoff, isBusy } = useDesk()
  const [words, setWords] = useTyped(remindBox)
  const { incoming, chaseCount = 0 } = handoff
  return (
    <Sheet
      title="Remind the recipient"
      onClose={onClose}
      footer={
        <EffectButton look="main" disabled={isBusy} onPress={() => onRemind(words)}>
          Remind
        </EffectButton>
      }
    >
      <p>
        <Name>{incoming?.name ?? ''}</Name> gets a task and a notification. The log says that you
        reminded.
      </p>
      {isChased(handoff) && (
        <p>
          You have reminded {chaseCount} times. Somebody else may have more time: you can reassign
          it.
        </p>
      )}
      <WordsField label="A word to go with it" value={words} onText={setWords} />
    </Sheet>
  )
}
