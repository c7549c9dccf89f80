import { letterOf } from '#components/ui/letter-of.ts'

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'target'>

/** Ctrl or Cmd+Z outside of a text, which has a way back of its own. */
export function isUndo(event: Press): boolean {
  const { ctrlKey, metaKey, shiftKey, target } = event
  if (letterOf(event) !== 'z' || shiftKey || !(ctrlKey || metaKey)) return false
  return !(target instanceof Element && target.matches('input, textarea'))
}
