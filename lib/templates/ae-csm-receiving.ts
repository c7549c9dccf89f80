import type { Template } from '#lib/handoff/template.ts'

/** What a recipient may give as the reason to decline, and the answers each one points to. */
export const declineReasons: Template['declineReasons'] = [
  {
    code: 'NO_SUCCESS_CRITERIA',
    label: 'Success is not defined',
    questions: ['success', 'success.firstValue', 'expect'],
    goesTo: 'sender',
  },
  {
    code: 'COMMITMENTS_UNCLEAR',
    label: 'Promises are missing or unclear',
    questions: ['promise', 'deal.nonstandard'],
    goesTo: 'sender',
  },
  {
    code: 'TERMS_MISSING',
    label: 'Contract terms are missing',
    questions: ['deal.what', 'deal.terms', 'deal.nonstandard'],
    goesTo: 'sender',
  },
  {
    code: 'STAKEHOLDERS_MISSING',
    label: 'Important people are missing',
    questions: ['people.sponsor', 'people.champion', 'people.finalSay', 'people.daily'],
    goesTo: 'sender',
  },
  {
    code: 'TECH_MISSING',
    label: 'Technical details are missing',
    questions: ['tech.scope', 'tech', 'people.tech'],
    goesTo: 'sender',
  },
  {
    code: 'SCOPE_CONFLICT',
    label: 'What was sold and what was promised contradict each other',
    questions: ['deal.what', 'deal.excluded', 'promise'],
    goesTo: 'sender',
  },
  { code: 'BAD_FIT', label: 'This customer should not have been sold', goesTo: 'manager' },
  { code: 'WRONG_OWNER', label: 'I am not the right person', goesTo: 'sender' },
  { code: 'CAPACITY', label: 'I have no capacity', goesTo: 'sender' },
  { code: 'OTHER', label: 'Another reason, which I describe', goesTo: 'sender' },
]

/** What each role ticks off beside the answers. */
export const checklists: Template['checklists'] = [
  {
    role: 'outgoing',
    items: [
      { key: 'order-checked', text: 'The numbers match the signed order.' },
      { key: 'promises-listed', text: 'Every promise is listed, also the spoken ones.' },
      { key: 'recordings-linked', text: 'Recordings are linked and the recipient can open them.' },
      { key: 'threads-answered', text: 'No mail thread with the customer waits for an answer.' },
      { key: 'successor-named', text: 'The customer knows the name of the new colleague.' },
      { key: 'pay-neutral', text: 'Nothing here was left out or added because of commission.' },
    ],
  },
  {
    role: 'incoming',
    items: [
      { key: 'read-all', text: 'I have read every section.' },
      {
        key: 'said-back',
        text: 'I have said back the goal, the biggest risk and what stays closed.',
      },
      { key: 'gaps-asked', text: 'I have asked about every answer that is not clear.' },
      { key: 'agenda-drafted', text: 'The kickoff agenda is drafted from this handoff.' },
      { key: 'cases-checked', text: 'I have looked at the open support cases.' },
    ],
  },
  {
    role: 'revops',
    items: [
      { key: 'contract-attached', text: 'The signed contract is attached.' },
      { key: 'roles-complete', text: 'The contact roles are complete.' },
      { key: 'renewal-exists', text: 'The renewal opportunity exists.' },
      { key: 'plan-exists', text: 'The health or success plan record exists.' },
      { key: 'sequences-stopped', text: 'Sales mail sequences to these contacts are stopped.' },
    ],
  },
  {
    role: 'manager',
    items: [
      { key: 'recipient-fits', text: 'The recipient has the time and the experience for it.' },
      { key: 'gaps-owned', text: 'Every known gap has somebody who closes it.' },
    ],
  },
]
