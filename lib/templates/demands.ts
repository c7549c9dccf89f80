import type { Condition } from '#lib/handoff/condition.ts'
import type { Requirement } from '#lib/handoff/question.ts'

/** Blocks submit on every deal. */
export const blocksSubmit: Requirement[] = [{ severity: 'blocks-submit', when: { when: 'always' } }]

/** Warns on every deal and never blocks. */
export const warns: Requirement[] = [{ severity: 'warns', when: { when: 'always' } }]

/** Blocks submit where the condition holds. */
export function blocksSubmitWhen(when: Condition): Requirement[] {
  return [{ severity: 'blocks-submit', when }]
}

/** Warns where the condition holds. */
export function warnsWhen(when: Condition): Requirement[] {
  return [{ severity: 'warns', when }]
}

/** Holds for deals of 50,000 and more in the deal's currency. */
export const largeDeal: Condition = { when: 'amount-at-least', amount: 50_000 }

/** Holds while the deal is neither won nor lost. */
export const openDeal: Condition = {
  when: 'field-is',
  field: 'Opportunity.IsClosed',
  values: [false],
}

/** Holds for accounts that buy from us already. */
export const customerAccount: Condition = {
  when: 'any',
  of: [
    { when: 'won' },
    {
      when: 'field-is',
      field: 'Account.Type',
      values: ['Customer', 'Customer - Direct', 'Customer - Channel'],
    },
  ],
}

/** Salesforce's own names of the stages before a deal is qualified. */
export const earlyStages = ['Prospecting', 'Qualification', 'Needs Analysis']

/** Holds once the deal has left the first stages. */
export const pastEarlyStages: Condition = {
  when: 'not',
  of: { when: 'stage-is', stages: earlyStages },
}
