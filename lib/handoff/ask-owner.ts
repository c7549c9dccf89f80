import { onOneLine } from './line-breaks.ts'

/** A deal that its owner is asked to hand over. */
export interface AskedDeal {
  readonly opportunityId: string
  readonly name: string
  /** Why it is asked for, in words. */
  readonly why: string
}

/** Who asks, and whom. */
export interface AskingOwner {
  readonly owner: string
  readonly manager: string
  /** Where the org's pages are. */
  readonly origin: string
}

/** What is written to somebody who leaves: which handoffs to begin, the most urgent first, each with the address of its deal. */
export function askOwner(deals: readonly AskedDeal[], { owner, manager, origin }: AskingOwner) {
  const lines = deals.map(({ opportunityId, name, why }, at) => {
    const reasons = why === '' ? '' : `\n${onOneLine(why)}`
    return `${at + 1}. ${onOneLine(name)}${reasons}\n${origin}/lightning/r/Opportunity/${opportunityId}/view`
  })
  const subject = deals.length === 1 ? 'A deal to hand over' : `${deals.length} deals to hand over`
  const body = [
    `Hello ${owner},`,
    'please begin the handoff of these deals, in this order. Open a deal, press Alt+Shift+H, and answer what only you know; “I do not know yet” is an answer.',
    lines.join('\n\n'),
    'For the first ones I take twenty minutes with you. Tell me when it suits you.',
    manager,
  ].join('\n\n')
  return { subject, body }
}
