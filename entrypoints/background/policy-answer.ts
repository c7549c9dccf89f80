import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Office } from './office.ts'

/** What the company has decided, as surfaces are told. */
export async function policyOf({ company, shelf }: Office): Promise<AnswerOf<'policy.read'>> {
  const { policy, set, unreadable } = await company.reading()
  const missing = await shelf.missing()
  return {
    set: set.map((key) => ({ key, value: policy[key] })),
    unreadable: [...unreadable],
    missing,
  }
}
