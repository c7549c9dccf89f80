import type { Template } from '#lib/handoff/template.ts'

/** Why a recipient may decline. */
export const declineReasons: Template['declineReasons'] = [
  {
    code: 'NO_SUCCESS_PLAN',
    label: 'There is no success plan',
    questions: ['success', 'success.review'],
    goesTo: 'sender',
  },
  {
    code: 'COMMITMENTS_UNCLEAR',
    label: 'Promises are missing or unclear',
    questions: ['promise'],
    goesTo: 'sender',
  },
  {
    code: 'STAKEHOLDERS_MISSING',
    label: 'Important people are missing',
    questions: ['people.sponsor', 'people.admin', 'people.users'],
    goesTo: 'sender',
  },
  {
    code: 'CONTRACT_MISSING',
    label: 'Contract data is missing',
    questions: ['contract.products', 'contract.renewal'],
    goesTo: 'sender',
  },
  {
    code: 'INCOMPLETE_PACKET',
    label: 'Something is missing, which I name',
    mustNameQuestions: true,
    goesTo: 'sender',
  },
  { code: 'WRONG_OWNER', label: 'I am not the right person', goesTo: 'manager' },
  { code: 'CAPACITY', label: 'I have no capacity', goesTo: 'manager' },
  { code: 'OTHER', label: 'Another reason, which I describe', goesTo: 'sender' },
]

/** What each role ticks off beside the answers. */
export const checklists: Template['checklists'] = [
  {
    role: 'outgoing',
    items: [
      { key: 'successor-named', text: 'The customer knows who follows me.' },
      { key: 'threads-handed', text: 'No thread waits for my answer.' },
      { key: 'channels-listed', text: 'Every shared channel is listed.' },
    ],
  },
  {
    role: 'incoming',
    items: [
      { key: 'answered-alone', text: 'I answered the questions myself before I asked.' },
      { key: 'plan-drafted', text: 'My plan for 90 days is drafted.' },
      { key: 'series-created', text: 'My series of calls is set up.' },
    ],
  },
  {
    role: 'manager',
    items: [
      { key: 'fit-checked', text: 'The successor fits the customer.' },
      { key: 'load-checked', text: 'The successor has the time.' },
    ],
  },
  {
    role: 'revops',
    items: [
      { key: 'field-changed', text: 'The owner field on the account is changed.' },
      { key: 'watch-lists', text: 'Case watch lists are changed.' },
    ],
  },
]
