import type { Template } from '#lib/handoff/template.ts'

/** A text ready to send or to talk along, with `{{fields}}` to fill. */
export interface MessageTemplate {
  readonly key: string
  readonly name: string
  readonly kind: 'mail' | 'agenda' | 'pulse' | 'note'
  /** For these kinds of handoff. */
  readonly for: readonly Template['kind'][]
  /** The milestones that sending it does, by their keys in the built-in templates. */
  readonly does?: readonly string[]
  /** Whether the customer reads it: fill it only with what the customer may know. */
  readonly toCustomer: boolean
  readonly subject: string
  readonly body: string
}

const every = ['sdr-ae', 'ae-csm', 'territory', 'csm-csm'] as const

const intros: readonly MessageTemplate[] = [
  {
    key: 'intro-sdr-ae',
    does: ['intro-mail'],
    name: 'Introduction: the seller takes over',
    kind: 'mail',
    for: ['sdr-ae'],
    toCustomer: true,
    subject: '{{customer}}: meet {{incoming}}',
    body: 'Hello {{contact}},\n\nthank you for the talk. {{incoming}} joins us for the meeting and knows what you told me, so you need not start again.\n\nIf anything should be on the agenda that we have not talked about, just reply to us both.\n\n{{outgoing}}',
  },
  {
    key: 'intro-ae-csm',
    does: ['intro-mail'],
    name: 'Introduction: customer success takes over',
    kind: 'mail',
    for: ['ae-csm'],
    toCustomer: true,
    subject: '{{customer}}: {{incoming}} looks after you from now on',
    body: 'Hello {{contact}},\n\nwelcome. {{incoming}} will be your contact from the kickoff on. What you want to reach is with us:\n\n{{goals}}\n\nPlease tell us if something is missing or wrong. I stay with you until everything runs.\n\n{{outgoing}}',
  },
  {
    key: 'intro-territory',
    does: ['intro-mail', 'heads-up'],
    name: 'Introduction: a new seller',
    kind: 'mail',
    for: ['territory'],
    toCustomer: true,
    subject: '{{customer}}: your new contact {{incoming}}',
    body: 'Hello {{contact}},\n\n{{incoming}} is your contact from now on and knows where we stand and what we agreed. We would like to call you together, so that you can put a face to the name.\n\nThank you for the time we worked together.\n\n{{outgoing}}',
  },
  {
    key: 'intro-csm-csm',
    does: ['follow-up'],
    name: 'Introduction: a new contact in customer success',
    kind: 'mail',
    for: ['csm-csm'],
    toCustomer: true,
    subject: '{{customer}}: your new contact {{incoming}}',
    body: 'Hello {{contact}},\n\n{{incoming}} takes over from me and joins our next regular call. Your goals, open requests and dates are handed over:\n\n{{goals}}\n\n{{outgoing}}',
  },
]

const welcomes: readonly MessageTemplate[] = [
  {
    key: 'welcome',
    does: ['welcome-mail'],
    name: 'Welcome, with their goals',
    kind: 'mail',
    for: ['ae-csm', 'csm-csm'],
    toCustomer: true,
    subject: '{{customer}}: welcome, and what we have noted',
    body: 'Hello {{contact}},\n\nI am {{incoming}}, and I look after you from now on. {{outgoing}} has told me what you want to reach:\n\n{{goals}}\n\nThese are the next dates:\n\n{{timeline}}\n\nIs anything missing or different from what you have in mind? Just reply.\n\n{{incoming}}',
  },
  {
    key: 'recap',
    does: ['recap'],
    name: 'Recap of the first call',
    kind: 'mail',
    for: ['sdr-ae', 'territory'],
    toCustomer: true,
    subject: '{{customer}}: what we have noted',
    body: 'Hello {{contact}},\n\nthank you for the talk. This is what we have noted:\n\n{{facts}}\n\nPlease tell us if something is missing or wrong.\n\n{{incoming}}',
  },
  {
    key: 'confirmation',
    name: 'Here is what we know: please confirm',
    kind: 'mail',
    for: every,
    toCustomer: true,
    subject: '{{customer}}: please confirm what we know',
    body: 'Hello {{contact}},\n\n{{incoming}} takes over from {{outgoing}}, and you shall not have to say anything twice. This is what we know. Please mark what is wrong and add what is missing:\n\n{{facts}}\n\n{{incoming}}',
  },
]

const agendas: readonly MessageTemplate[] = [
  {
    key: 'kickoff-agenda',
    name: 'Agenda of the kickoff',
    kind: 'agenda',
    for: ['ae-csm', 'csm-csm'],
    toCustomer: true,
    subject: '{{customer}}: kickoff',
    body: '1. Your goals, as we understood them\n{{goals}}\n2. How we will both see that it works: confirm or correct\n3. Who does what on both sides\n4. Dates\n{{timeline}}\n5. Your questions\n6. From today on {{incoming}} is your contact; {{outgoing}} stays reachable',
  },
  {
    key: 'first-call-agenda',
    name: 'Agenda of the call with both',
    kind: 'agenda',
    for: ['sdr-ae', 'territory'],
    toCustomer: true,
    subject: '{{customer}}: introduction',
    body: '1. {{incoming}} introduces themselves\n2. What we have noted: confirm or correct\n{{facts}}\n3. What you expect from us\n4. Next steps and dates\n5. Your questions\n6. From today on {{incoming}} is your contact; {{outgoing}} stays reachable',
  },
  {
    key: 'sync-agenda',
    name: 'Agenda of the internal talk',
    kind: 'agenda',
    for: every,
    toCustomer: false,
    subject: '{{customer}}: handoff',
    body: '1. Promised, and not promised\n{{promises}}\n2. Who helps, who blocks\n{{people}}\n3. What success is\n{{goals}}\n4. Do not touch\n{{notReopened}}\n5. Risks\n{{risks}}\n6. Open questions\n{{openQuestions}}\n7. First three actions\n{{actions}}',
  },
]

const others: readonly MessageTemplate[] = [
  {
    key: 'pulse',
    name: 'Three questions to the customer',
    kind: 'pulse',
    for: every,
    toCustomer: true,
    subject: '{{customer}}: three short questions',
    body: 'Hello {{contact}},\n\nyour contact changed from {{outgoing}} to {{incoming}}. How did it go? From 1 (not at all) to 5 (very much):\n\n1. I had to repeat what I had told you before.\n2. The change cost us time.\n3. Everybody told me the same.\n\nAnything else?\n\n{{incoming}}',
  },
  {
    key: 'clarification',
    name: 'A question to the sender',
    kind: 'note',
    for: every,
    toCustomer: false,
    subject: '{{customer}}: a question about your handoff',
    body: 'Hello {{outgoing}},\n\nbefore I accept {{deal}} I need one answer from you. Please answer in the handoff itself, beside the question; until then my clock stands still.\n\n{{incoming}}',
  },
]

/** The messages and agendas that come with the product; short, and meant to be edited. */
export const messageTemplates: readonly MessageTemplate[] = [
  ...intros,
  ...welcomes,
  ...agendas,
  ...others,
]

/** The messages for one kind of handoff. */
export function messagesFor(kind: Template['kind']): readonly MessageTemplate[] {
  return messageTemplates.filter((message) => message.for.includes(kind))
}
