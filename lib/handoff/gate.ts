import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import type { Packet } from './handoff.ts'
import { PACKET_LIMIT, packetLength } from './packet.ts'
import type { Template } from './template.ts'

/** What no manager can wave through, because it cannot be sent at all. */
const absolute: ReadonlySet<string> = new Set([
  'no-recipient',
  'recipient-is-sender',
  'too-long',
  'unfit',
  'packet-too-large',
])

const blocks = (rule: string, sentence: string): Finding => ({
  severity: 'blocks-submit',
  rule,
  sentence,
  question: null,
  section: null,
})

/** What about the handoff itself, apart from its answers, keeps it from being sent. */
export function sendable(draft: Draft, packet: Packet): readonly Finding[] {
  const length = packetLength(packet)
  const size = `This handoff has ${length} characters; Salesforce holds ${PACKET_LIMIT}. Shorten the longest answers.`
  return [
    ...(draft.recipient === null ? [blocks('no-recipient', 'Choose who takes over.')] : []),
    ...(draft.recipient?.userId === draft.userId
      ? [blocks('recipient-is-sender', 'Choose somebody else: you cannot hand over to yourself.')]
      : []),
    ...(length > PACKET_LIMIT ? [blocks('packet-too-large', size)] : []),
  ]
}

/** Whether a manager may stand behind a handoff of this template that is not complete. */
export function mayBypass({ bypass }: Pick<Template, 'bypass'>): boolean {
  return bypass !== 'never'
}

/** A template as a company allows it: what one of them forbids is forbidden. */
export function underPolicy(template: Template, bypass: NonNullable<Template['bypass']>): Template {
  return bypass === 'never' ? { ...template, bypass } : template
}

/** Whether a manager stands behind submitting although something blocks: with a reason, and not the sender. */
export function isBypassed(
  template: Pick<Template, 'bypass'>,
  { bypass, userId }: Pick<Draft, 'bypass' | 'userId'>,
): boolean {
  if (bypass === null || !mayBypass(template)) return false
  return bypass.reason.trim() !== '' && bypass.manager.userId !== userId
}

/** Whether a draft with these findings can be submitted. */
export function maySubmit(
  template: Pick<Template, 'bypass'>,
  draft: Draft,
  findings: readonly Finding[],
): boolean {
  const blocking = findings.filter(({ severity }) => severity === 'blocks-submit')
  if (blocking.length === 0) return true
  return isBypassed(template, draft) && blocking.every(({ rule }) => !absolute.has(rule))
}
