/** The action under which the outbox knows escalations. */
export const escalating = 'escalate'

/** Actions that nobody has pressed a button for. Surfaces are not shown what nobody has asked for. */
export const silentActions: ReadonlySet<string> = new Set([escalating, 'view', 'review'])
