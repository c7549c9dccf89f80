import type { Template } from '#lib/handoff/template.ts'

/** Why a recipient may decline. */
export const declineReasons: Template['declineReasons'] = [
  {
    code: 'STATUS_UNCLEAR',
    label: 'It is not clear where it stands',
    questions: ['status.plain', 'deal.core'],
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
    questions: ['people.decision', 'people.champion'],
    goesTo: 'sender',
  },
  {
    code: 'RENEWAL_MISSING',
    label: 'Renewal data is missing',
    questions: ['renewal'],
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
      { key: 'told-after-release', text: 'I told contacts only after the manager’s release.' },
      { key: 'files-handed', text: 'Files and threads are handed over.' },
      { key: 'mailbox', text: 'Mail is forwarded or an alias exists.' },
      { key: 'sequences-left', text: 'I have left all mail sequences.' },
    ],
  },
  {
    role: 'incoming',
    items: [
      { key: 'read-first-tier', text: 'I have read the first-tier handoffs before the day.' },
      { key: 'intro-sent', text: 'My introduction is out within two working days.' },
      { key: 'forecast-confirmed', text: 'I have confirmed the forecast again.' },
      { key: 'met-team', text: 'I have introduced myself to our own people.' },
    ],
  },
  {
    role: 'manager',
    items: [
      { key: 'successor-matched', text: 'The successor fits by industry and size, not by fame.' },
      { key: 'overlap-booked', text: 'Time together is booked.' },
    ],
  },
  {
    role: 'revops',
    items: [
      { key: 'rules-run', text: 'Sharing and territory rules have run.' },
      { key: 'report-checked', text: 'The report of owners before and after is checked.' },
      { key: 'undo-kept', text: 'The undo file is kept.' },
    ],
  },
]
