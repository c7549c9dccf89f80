const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** What is written where nothing better is known; long enough not to be called too short. */
const anyWords = 'Finance signs the plan off before the first of June, and told the board so.'

/** What the seller writes, by the question's key; the same deal could be anybody's, so nobody is named. */
export const texts: Readonly<Record<string, string>> = {
  'why.pain':
    'The month-end close takes six days, because every site sends its own spreadsheet and somebody retypes them all.',
  'why.trigger':
    'The auditors come back in spring, and two people who know the spreadsheets leave.',
  'why.us': 'The audit trail settled it. It nearly failed on the security questions in autumn.',
  'success.firstValue':
    'The first month-end close runs in the product, six weeks after the kickoff.',
  expect: '“One person to call, every second Tuesday, and the first site live before the summer.”',
  'people.detractor':
    'IT security wanted to build it themselves; they help when asked for their view early.',
  'history.story':
    'Met at a forum, went quiet over the summer, came back when the auditors wrote. Warm since the demo.',
  tech: 'Their directory signs people in; one nightly import; nothing older than two years is migrated.',
  ready: 'A project lead is named. IT approvals take three weeks; nobody is there in August.',
  'next.step': 'Send three dates for the kickoff and ask who joins from IT.',
}

/** A cell of a row that the seller adds, by the question's key and the cell's label. */
const cells: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  success: {
    'Use case': 'Month-end close',
    'Measured by': 'Days to close; 6 today',
    Target: '2 days',
  },
  promise: {
    'What was promised, in their words': 'Single sign-on works before the pilot group starts.',
    'To whom': 'Their IT security officer',
    'By whom': 'Product',
    Due: inDays(30),
  },
  roles: { Task: 'Kickoff invitation and agenda' },
}

/** What is written into a control, by what it is called and the question it belongs to. */
export function wordsFor(question: string, label: string, type: string | null): string {
  const said = cells[question]?.[label] ?? texts[question]
  if (type === 'date') return cells[question]?.[label] ?? inDays(42)
  return said ?? anyWords
}

/** What the recipient says back, in the order it is asked: the goal, the risk, what stays closed. */
export const saidBack = [
  'Close the month in two days instead of six, before the auditors come in spring.',
  'IT approvals take three weeks, so sign-on is asked for at the kickoff, with the date we promised.',
  'The price was settled with the three-year term. I do not open it again.',
] as const
