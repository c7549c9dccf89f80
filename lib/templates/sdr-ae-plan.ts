import type { Milestone, PhasePlan, Template } from '#lib/handoff/template.ts'

/** From the moment of submitting to the return after 60 days. */
export const milestones: Milestone[] = [
  {
    key: 'notify',
    label: 'The recipient is told, a task is made',
    kind: 'message',
    anchor: 'submitted',
    offset: { amount: 0, unit: 'hours' },
    owner: 'system',
    required: true,
  },
  {
    key: 'intro-mail',
    label: 'Warm introduction by mail',
    kind: 'message',
    anchor: 'submitted',
    offset: { amount: 1, unit: 'hours' },
    owner: 'outgoing',
    required: true,
  },
  {
    key: 'decision',
    label: 'The recipient decides',
    kind: 'task',
    anchor: 'submitted',
    offset: { amount: 4, unit: 'business-hours' },
    owner: 'incoming',
    required: true,
  },
  {
    key: 'agenda',
    label: 'Confirm the agenda with the prospect',
    kind: 'task',
    anchor: 'first-meeting',
    offset: { amount: -1, unit: 'business-days' },
    owner: 'incoming',
    required: true,
  },
  {
    key: 'open-call',
    label: 'First call: the sender opens and hands over',
    kind: 'joint-call',
    anchor: 'first-meeting',
    offset: { amount: 0, unit: 'hours' },
    owner: 'both',
    required: true,
    variants: ['standard', 'enterprise'],
  },
  {
    key: 'recap',
    label: 'Recap by mail, the sender in copy',
    kind: 'message',
    anchor: 'first-meeting',
    offset: { amount: 0, unit: 'business-days' },
    owner: 'incoming',
    required: true,
  },
  {
    key: 'disposition',
    label: 'Stage moved, or a decision about the deal recorded',
    kind: 'task',
    anchor: 'first-meeting',
    offset: { amount: 48, unit: 'hours' },
    owner: 'incoming',
    required: true,
  },
  {
    key: 'next-meeting',
    label: 'Next meeting held or booked',
    kind: 'task',
    anchor: 'first-meeting',
    offset: { amount: 5, unit: 'business-days' },
    owner: 'incoming',
    required: false,
  },
  {
    key: 'rating',
    label: 'Both rate the handoff',
    kind: 'rating',
    anchor: 'first-meeting',
    offset: { amount: 14, unit: 'days' },
    owner: 'both',
    required: false,
  },
  {
    key: 'return',
    label: 'Without a next step it goes back to the sender',
    kind: 'exit',
    anchor: 'first-meeting',
    offset: { amount: 60, unit: 'days' },
    owner: 'system',
    required: false,
  },
]

/** The sender speaks until the first meeting, the recipient from the first meeting on. */
export const phases: PhasePlan[] = [
  {
    phase: 'joint',
    anchor: 'submitted',
    from: { amount: 0, unit: 'days' },
    to: { amount: 2, unit: 'business-days' },
    communicationOwner: 'outgoing',
  },
  {
    phase: 'lead',
    anchor: 'first-meeting',
    from: { amount: 0, unit: 'days' },
    to: { amount: 5, unit: 'business-days' },
    communicationOwner: 'incoming',
  },
  {
    phase: 'exit',
    anchor: 'first-meeting',
    from: { amount: 5, unit: 'business-days' },
    to: { amount: 14, unit: 'days' },
    communicationOwner: 'incoming',
  },
]

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
