/** The action under which the outbox knows escalations. Surfaces are not shown what nobody has asked for. */
export const escalating = 'escalate'
