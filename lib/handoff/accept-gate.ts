import type { Handoff } from './handoff.ts'
import { teachBackPrompts } from './teach-back.ts'
import type { Template } from './template.ts'

/** Whether accepting asks for more than a press: something the recipient has to say back after reading. */
export function asksToSayBack(handoff: Handoff, template: Template): boolean {
  const { packet, name } = handoff
  if (packet === null) return false
  const source = { template, packet, name, about: handoff }
  return teachBackPrompts(source, 'recipient').some(({ expected }) => expected.length > 0)
}
