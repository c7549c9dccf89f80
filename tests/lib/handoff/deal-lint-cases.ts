import { ana, deal } from './builders.ts'
import type { LintCase } from './lint-cases.ts'

const { fields } = deal()
const call = {
  id: '00T000000000001AAA',
  kind: 'call' as const,
  subject: 'Closing call',
  text: '',
  at: '2026-03-08T10:00:00Z',
  who: 'Dana Cole',
  isOpen: false,
}

/** The same for the rules about the deal as a whole. */
export const dealLintCases: LintCase[] = [
  {
    rule: 'close-date-past',
    when: 'an open deal should have closed',
    wrong: { deal: { fields: { ...fields, 'Opportunity.IsClosed': false } } },
    right: { deal: { fields } },
  },
  {
    rule: 'no-activity',
    when: 'nothing is logged for 14 days',
    wrong: {
      deal: {
        activities: [{ ...call, at: '2026-02-20T09:00:00Z' }],
      },
    },
    right: {},
  },
  {
    rule: 'no-activity',
    when: 'only open tasks are there',
    wrong: { deal: { activities: [{ ...call, isOpen: true }] } },
    right: {},
  },
  {
    rule: 'no-primary-contact',
    when: 'no contact is primary',
    wrong: {
      deal: { contactRoles: [] },
    },
    right: {},
  },
  {
    rule: 'next-step-elsewhere',
    when: 'the next step stands in the description',
    wrong: {
      deal: {
        fields: { ...fields, 'Opportunity.Description': 'Big deal.\nNext steps: call Dana' },
      },
    },
    right: {
      deal: {
        fields: {
          ...fields,
          'Opportunity.Description': 'Next steps: call Dana',
          'Opportunity.NextStep': 'Call Dana',
        },
      },
    },
  },
  {
    rule: 'recipient-is-sender',
    when: 'one hands over to oneself',
    wrong: { draft: { recipient: ana } },
    right: {},
  },
]
