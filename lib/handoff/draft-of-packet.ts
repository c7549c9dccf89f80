import type { Answers } from './answer.ts'
import type { Deal } from './deal.ts'
import type { Draft } from './draft.ts'
import type { Handoff, Packet } from './handoff.ts'

/** A packet as if it were being written, with some answers changed: what would be wrong with it can be said then. */
export function draftOfPacket(
  handoff: Handoff & { readonly packet: Packet },
  { lastModifiedAt }: Deal,
  changes: Answers,
): Draft {
  const { packet, clientKey, outgoing, incoming, modifiedAt } = handoff
  return {
    key: clientKey,
    orgId: '',
    userId: outgoing.userId,
    opportunityId: handoff.opportunityId,
    opportunityName: handoff.opportunityName,
    template: packet.template,
    variant: packet.variant,
    answers: { ...packet.answers, ...changes },
    recipient: incoming,
    bypass: null,
    unticked: [],
    baseline: { lastModifiedAt, fields: {} },
    handoffId: handoff.id,
    createdAt: modifiedAt,
    updatedAt: modifiedAt,
    revision: 0,
  }
}
