import type { Row, RowKind } from './rows.ts'

/** How a cell of a repeater is entered. */
type ColumnInput =
  | 'text'
  | 'long-text'
  | 'date'
  | 'moment'
  | 'number'
  | 'money'
  | 'checkbox'
  | 'choice'
  | 'url'
  | 'contact'

/** One cell of every row of a repeater, enough to draw an editor for it. */
export interface Column<Key extends string = string> {
  readonly key: Key
  readonly label: string
  readonly input: ColumnInput
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** A row without it is incomplete. */
  readonly needed: boolean
  /** Asked at once, not behind “More”. */
  readonly upfront?: true
  /** The choice that goes without saying. */
  readonly unsaid?: string
}

type CellKey<Kind extends RowKind> = Exclude<keyof Row<Kind>, 'id'> & string
type Columns = { readonly [Kind in RowKind]: readonly Column<CellKey<Kind>>[] }

const yesNoUnknown = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
] as const

const levels = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
] as const

const columns: Columns = {
  people: [
    { key: 'name', label: 'Name', input: 'contact', needed: true },
    { key: 'title', label: 'Title', input: 'text', needed: false },
    { key: 'role', label: 'Part in the deal', input: 'text', needed: true },
    {
      key: 'finalSay',
      label: 'Has the final say',
      input: 'checkbox',
      needed: false,
      upfront: true,
    },
    { key: 'style', label: 'How they communicate', input: 'text', needed: false },
    { key: 'channel', label: 'Preferred channel', input: 'text', needed: false },
    { key: 'cadence', label: 'How often', input: 'text', needed: false },
    { key: 'taboos', label: 'Avoid', input: 'text', needed: false },
    {
      key: 'readers',
      label: 'Who reads these remarks',
      input: 'choice',
      options: [
        { value: 'me', label: 'Only you' },
        { value: 'recipient', label: 'You and the recipient' },
        { value: 'account-team', label: 'The account team' },
      ],
      needed: false,
      unsaid: 'recipient',
    },
  ],
  commitments: [
    { key: 'words', label: 'What was promised, in their words', input: 'long-text', needed: true },
    { key: 'toWhom', label: 'To whom', input: 'text', needed: true },
    { key: 'byWhom', label: 'By whom', input: 'text', needed: true },
    { key: 'due', label: 'Due', input: 'date', needed: true },
    { key: 'source', label: 'Where it was said', input: 'text', needed: false },
    {
      key: 'inContract',
      label: 'In the contract',
      input: 'choice',
      options: yesNoUnknown,
      needed: false,
      unsaid: 'unknown',
    },
    { key: 'stretch', label: 'Will be hard to keep', input: 'checkbox', needed: false },
  ],
  objections: [
    { key: 'objection', label: 'Objection', input: 'long-text', needed: true },
    { key: 'raisedBy', label: 'Raised by', input: 'text', needed: false },
    { key: 'handled', label: 'How it was handled', input: 'long-text', needed: true },
    { key: 'resonated', label: 'What resonated', input: 'text', needed: false },
    {
      key: 'status',
      label: 'Status',
      input: 'choice',
      options: [
        { value: 'open', label: 'Open' },
        { value: 'resolved', label: 'Resolved' },
      ],
      needed: false,
      upfront: true,
    },
    { key: 'unstated', label: 'Sensed, not said', input: 'checkbox', needed: false },
    {
      key: 'doNotReopen',
      label: 'Do not reopen',
      input: 'checkbox',
      needed: false,
      upfront: true,
    },
  ],
  competitors: [
    { key: 'name', label: 'Competitor', input: 'text', needed: true },
    {
      key: 'status',
      label: 'Status',
      input: 'choice',
      options: [
        { value: 'incumbent', label: 'Incumbent' },
        { value: 'evaluated', label: 'Evaluated' },
        { value: 'eliminated', label: 'Eliminated' },
      ],
      needed: false,
      upfront: true,
    },
    { key: 'why', label: 'Why', input: 'text', needed: false },
    { key: 'threat', label: 'Threat from here on', input: 'text', needed: false },
  ],
  successCriteria: [
    { key: 'useCase', label: 'Use case', input: 'text', needed: true },
    { key: 'metric', label: 'Measured by', input: 'text', needed: true },
    { key: 'baseline', label: 'Today', input: 'text', needed: false },
    { key: 'target', label: 'Target', input: 'text', needed: true },
    { key: 'by', label: 'By', input: 'date', needed: false },
    {
      key: 'validated',
      label: 'Who says so',
      input: 'choice',
      options: [
        { value: 'customer', label: 'The customer' },
        { value: 'assumed', label: 'We assume it' },
      ],
      needed: false,
    },
  ],
  risks: [
    { key: 'risk', label: 'Risk', input: 'long-text', needed: true },
    {
      key: 'severity',
      label: 'Severity',
      input: 'choice',
      options: levels,
      needed: false,
      upfront: true,
    },
    { key: 'mitigation', label: 'What helps', input: 'text', needed: false },
    { key: 'owner', label: 'Who watches it', input: 'text', needed: false },
  ],
  links: [
    { key: 'label', label: 'What it is', input: 'text', needed: true },
    { key: 'url', label: 'Address', input: 'url', needed: true },
    { key: 'moment', label: 'At which moment', input: 'text', needed: false },
    {
      key: 'recipientCanOpen',
      label: 'The recipient can open it',
      input: 'checkbox',
      needed: false,
      upfront: true,
    },
  ],
  evidence: [
    { key: 'title', label: 'Title', input: 'text', needed: true },
    {
      key: 'kind',
      label: 'Kind',
      input: 'choice',
      options: [
        { value: 'call', label: 'Call' },
        { value: 'meeting', label: 'Meeting' },
        { value: 'email', label: 'E-mail' },
        { value: 'note', label: 'Note' },
        { value: 'task', label: 'Task' },
        { value: 'link', label: 'Link' },
        { value: 'file', label: 'File' },
        { value: 'other', label: 'Other' },
      ],
      needed: false,
    },
    { key: 'at', label: 'When', input: 'moment', needed: false },
    { key: 'quote', label: 'What was said', input: 'long-text', needed: false },
    { key: 'url', label: 'Address', input: 'url', needed: false },
  ],
  products: [
    { key: 'name', label: 'Product', input: 'text', needed: true },
    { key: 'quantity', label: 'Quantity', input: 'number', needed: true },
    { key: 'totalPrice', label: 'Total price', input: 'money', needed: false },
  ],
  decisions: [
    { key: 'decision', label: 'Decision', input: 'long-text', needed: true },
    { key: 'reason', label: 'Reason', input: 'long-text', needed: true },
    { key: 'on', label: 'Decided on', input: 'date', needed: false },
  ],
  responsibilities: [
    { key: 'task', label: 'Task', input: 'text', needed: true },
    {
      key: 'who',
      label: 'Who does it',
      input: 'choice',
      options: [
        { value: 'outgoing', label: 'Outgoing' },
        { value: 'incoming', label: 'Incoming' },
        { value: 'other', label: 'Someone else' },
      ],
      needed: false,
    },
    { key: 'name', label: 'Name', input: 'text', needed: false },
  ],
}

/** The columns of a repeater, in the order they are shown. The first names the row. */
export function columnsOf(kind: RowKind): readonly Column[] {
  return columns[kind]
}
