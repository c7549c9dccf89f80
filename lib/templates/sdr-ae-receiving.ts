import type { Template } from '#lib/handoff/template.ts'

/** Why a recipient may send a lead back. */
export const declineReasons: Template['declineReasons'] = [
  {
    code: 'FIT_SIZE',
    label: 'Too small or too large for us',
    questions: ['fit.icp', 'fit.size'],
    goesTo: 'sender',
  },
  {
    code: 'FIT_INDUSTRY',
    label: 'Not our industry',
    questions: ['fit.icp', 'prospect.company'],
    goesTo: 'sender',
  },
  {
    code: 'FIT_ROLE',
    label: 'The contact has no part in the decision',
    questions: ['prospect.role', 'qual.authority'],
    goesTo: 'sender',
  },
  {
    code: 'NO_PAIN',
    label: 'No real problem',
    questions: ['why.pain', 'why.inOwnWords'],
    goesTo: 'sender',
  },
  {
    code: 'NO_TRIGGER',
    label: 'No reason to act now',
    questions: ['why.trigger'],
    goesTo: 'sender',
  },
  { code: 'NO_BUDGET', label: 'No budget', questions: ['qual.budget'], goesTo: 'sender' },
  { code: 'BAD_TIMING', label: 'Too early', questions: ['qual.timeline'], goesTo: 'sender' },
  {
    code: 'LOCKED_COMPETITOR',
    label: 'Bound to a competitor',
    questions: ['qual.competition', 'fit.currentTools'],
    goesTo: 'sender',
  },
  {
    code: 'NOT_REAL_PROJECT',
    label: 'Not a real project',
    questions: ['why.initiative', 'why.pain'],
    goesTo: 'sender',
  },
  { code: 'DUPLICATE', label: 'We already have this deal', goesTo: 'sender' },
  { code: 'WRONG_OWNER', label: 'I am not the right person', goesTo: 'sender' },
  {
    code: 'INCOMPLETE_PACKET',
    label: 'Something is missing, which I name',
    mustNameQuestions: true,
    goesTo: 'sender',
  },
  {
    code: 'NO_SHOW',
    label: 'They did not come to the meeting',
    questions: ['meeting.when'],
    goesTo: 'sender',
  },
]

/** What each role ticks off beside the answers. */
export const checklists: Template['checklists'] = [
  {
    role: 'outgoing',
    items: [
      { key: 'title-verified', text: 'I checked the contact’s title this week.' },
      { key: 'step-agreed', text: 'The next step was agreed aloud.' },
      { key: 'invite-accepted', text: 'The invitation is accepted.' },
      { key: 'notes-linked', text: 'Recording or notes are linked.' },
      { key: 'intro-sent', text: 'The introduction is sent.' },
    ],
  },
  {
    role: 'incoming',
    items: [
      { key: 'read-all', text: 'I have read all of it.' },
      { key: 'agenda-confirmed', text: 'The agenda is confirmed.' },
      { key: 'own-research', text: 'I looked for myself, ten minutes at most.' },
      { key: 'first-question', text: 'My first question shows that I have read it.' },
      { key: 'disposition-set', text: 'The outcome of the first call is recorded.' },
    ],
  },
  {
    role: 'revops',
    items: [
      { key: 'primary-set', text: 'The primary contact role is set.' },
      { key: 'source-untouched', text: 'The lead source is unchanged.' },
      { key: 'close-date', text: 'The close date is not in the past.' },
      { key: 'no-duplicate', text: 'There is no second opportunity for this.' },
    ],
  },
]
