import type { Draft } from '#lib/handoff/draft.ts'
import type { OverviewItem } from '#lib/handoff/overview-item.ts'
import { quarter, quarterLog } from './overview.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { AnswerOf, Params, RequestName } from '#lib/messaging/requests.ts'
import { troubleKinds } from '#lib/messaging/trouble.ts'
import {
  ana,
  ben,
  contextFor,
  draft,
  handoff,
  identityOf,
  inboxItem,
  opportunityId,
} from './deal.ts'

/** What the pretend worker answers; what is absent never answers. */
type Answers = {
  readonly [Name in RequestName]?: (params: Params<Name>) => AnswerOf<Name>
}

const scenario = new URLSearchParams(location.search).get('scenario') ?? 'draft'
const ok = <Value>(value: Value) => ({ outcome: 'ok' as const, value })
let stored: Draft | null = null

const department = 'EMEA'
const users = [
  {
    ...ben,
    department,
    title: 'Customer Success Manager',
    email: 'b@acme.example',
    why: 'account team',
  },
  { ...ana, department, title: 'Account Executive', email: 'a@acme.example', why: '' },
]

const common: Answers = {
  'page.read': () => ({ opportunityId, host: 'acme.lightning.force.com', here: null }),
  'identity.read': () => ok(identityOf(ana)),
  'shortcut.read': () => ({ keys: 'Alt+Shift+H' }),
  'outbox.read': () => [],
  'template.list': () => [
    {
      ...draft.template,
      name: '',
      kind: 'ae-csm',
      status: 'active',
      from: 'built-in',
      isLocked: true,
      isLeftOut: false,
      questions: 1,
    },
  ],
  'draft.read': () => stored,
  'draft.answer': ({ question, answer }) => {
    if (stored) {
      const { [question]: _, ...rest } = stored.answers
      stored = {
        ...stored,
        answers: answer === null ? rest : { ...rest, [question]: answer },
        revision: stored.revision + 1,
      }
    }
    return ok({ revision: stored?.revision ?? 0, savedAt: new Date().toISOString() })
  },
  'draft.change': ({ change }) => {
    if (stored) stored = Object.assign({}, stored, change)
    return ok(stored ?? draft)
  },
  'users.search': ({ text }) =>
    ok(users.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))),
}

const asReader = (person: typeof ana, found: Handoff): Answers => ({
  ...common,
  'draft.read': () => null,
  'context.read': () => ok(contextFor(person, [found])),
})

const inbox = (items: readonly InboxItem[]): Answers => ({
  ...common,
  'inbox.refresh': () => ok({ readAt: new Date().toISOString() }),
  'inbox.read': () =>
    ok({
      identity: identityOf(ben),
      items: [...items],
      readAt: new Date().toISOString(),
    }),
})

const many = Array.from({ length: 1000 }, (_, place) => inboxItem('submitted', place))

const swapped = { outgoing: ben, incoming: ana }

const overview = (items: readonly OverviewItem[]): Answers => ({
  'overview.read': () =>
    ok({
      identity: identityOf(ben),
      items: [...items],
      events: items.length > 0 ? quarterLog : [],
      stages: [],
      mayLookAtAll: true,
      isCut: false,
      readAt: new Date().toISOString(),
    }),
})

const asked = (item: InboxItem): InboxItem => ({
  ...item,
  pauses: [{ question: 'promise.list', from: item.modifiedAt, to: null }],
})

const writing = (): Answers => {
  stored = draft
  return { ...common, 'context.read': () => ok(contextFor(ana, [])) }
}

const scenarios: Readonly<Record<string, () => Answers>> = {
  draft: writing,
  recipient: () => asReader(ben, handoff('submitted')),
  waiting: () => asReader(ana, handoff('submitted')),
  declined: () => asReader(ana, handoff('declined')),
  accepted: () => asReader(ana, handoff('accepted')),
  'no-deal': () => ({
    ...common,
    'page.read': () => ({ opportunityId: null, host: null, here: null }),
  }),
  loading: () => common,
  inbox: () =>
    inbox([
      ...[0, 1, 2, 3].map((place) => inboxItem('submitted', place)),
      asked(inboxItem('clarification', 4)),
      { ...inboxItem('clarification', 5), ...swapped },
      { ...inboxItem('declined', 6), ...swapped },
      inboxItem('accepted', 7),
      inboxItem('in-transition', 8),
      { ...inboxItem('submitted', 9), ...swapped, late: 'reassign' },
      inboxItem('completed', 10),
    ]),
  'inbox-many': () => inbox(many),
  managing: () => ({ ...inbox([inboxItem('submitted')]), ...overview(quarter) }),
  'managing-none': () => ({ ...inbox([inboxItem('submitted')]), ...overview([]) }),
  'inbox-empty': () => inbox([]),
}

for (const kind of troubleKinds) {
  const trouble = { kind, detail: '', fields: [], url: 'https://acme.my.salesforce.com/' }
  const stands = { outcome: 'trouble' as const, trouble }
  Object.assign(scenarios, {
    [`trouble-${kind}`]: () => ({
      ...common,
      'context.read': () => stands,
      'inbox.read': () => stands,
      'inbox.refresh': () => stands,
    }),
  })
}

const answers: Readonly<Record<string, ((params: never) => unknown) | undefined>> =
  scenarios[scenario]?.() ?? {}

interface Message {
  readonly request: RequestName
  readonly params: never
}

Object.assign(globalThis, {
  chrome: {
    runtime: {
      id: 'gallery',
      sendMessage: ({ request, params }: Message) =>
        new Promise((resolve) => {
          const answer = answers[request]
          if (answer) resolve({ answer: answer(params) })
        }),
      onMessage: { addListener: () => {}, removeListener: () => {} },
    },
    storage: { session: { get: async () => ({}) } },
    tabs: { getCurrent: async () => ({ id: 1 }), query: async () => [] },
  },
})
