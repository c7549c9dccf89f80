import type { Draft } from '#lib/handoff/draft.ts'
import { takeSelection } from '#lib/handoff/take-selection.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { behindHost, type Org } from '#lib/salesforce/org-host.ts'
import { opportunityPage } from '#lib/salesforce/record-page.ts'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import { latestFirst, type Meant, meantBy } from './capture-entries.ts'
import { renewMenu } from './capture-menu.ts'
import {
  type Added,
  addedNotice,
  type Missed,
  missedNotice,
  type Reader,
} from './capture-notices.ts'
import { keepAs } from './evidence-answers.ts'
import { notificationSettings } from './notification-settings.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

/** An entry of the menu that was pressed, as the browser tells it. */
export interface Pressed {
  readonly menuItemId: string | number
  readonly selectionText?: string | undefined
  readonly pageUrl?: string | undefined
  /** Told only of pages that the browser lets us see. */
  readonly title?: string | undefined
}

/** What is to be added, and to which draft. */
interface Capturing {
  readonly meant: Meant
  readonly text: string
  readonly title: string
  readonly address: string
}

/** Adds what was selected on a page to a draft, and says where it went, or why it went nowhere. */
export async function capture(office: Office, pressed: Pressed): Promise<void> {
  const meant = meantBy(String(pressed.menuItemId))
  if (!meant) return
  const { selectionText: text = '', pageUrl: address = '', title = '' } = pressed
  const capturing = { meant, text, title, address }
  const org = await orgOf(office, capturing)
  if (!org) return tell(office, await nowhere(office), { host: '', userId: '' })
  const user = await outcomeOf(() => office.gateway.identity(org))
  if (user.outcome === 'trouble')
    return tell(office, missedBy(user.trouble), { host: org.apiHost, userId: '' })
  const done = await outcomeOf(() => add(office, user.value, capturing))
  await tell(office, done.outcome === 'ok' ? done.value : missedBy(done.trouble), user.value)
}

const missedBy = ({ kind, detail }: { kind: TroubleKind; detail: string }): Missed => ({
  because: kind,
  detail,
})

/** A named draft is one of the org used last, which the menu is made for; otherwise the page counts, where it is one of Salesforce’s. */
async function orgOf({ whereabouts }: Office, { meant, address }: Capturing): Promise<Org | null> {
  const behind = behindHost(URL.parse(address)?.hostname ?? '')
  return meant.draft !== 'named' && behind?.at === 'org' ? behind.org : whereabouts.lastOrg()
}

async function nowhere({ ports }: Office): Promise<Missed> {
  return { because: (await ports.isLetIn()) ? 'not-salesforce' : 'site-blocked', detail: '' }
}

async function add(
  office: Office,
  user: Identity,
  { meant, ...selection }: Capturing,
): Promise<Added | Missed> {
  const source = takeSelection(selection)
  if (!source) return { because: 'empty' }
  const draft = await draftFor(office, user, { meant, ...selection })
  if ('because' in draft) return draft
  await keepAs(office, user, { draftKey: draft.key, id: office.ports.newKey(), source })
  return { draft, kept: source.text.length, of: selection.text.length }
}

async function draftFor(
  { drafts }: Office,
  user: Identity,
  { meant, address }: Capturing,
): Promise<Draft | Missed> {
  if (meant.draft === 'named') return ownDraft(await drafts.get(meant.key), user)
  const opportunityId = opportunityPage(address)?.opportunityId
  // Whoever looks at one deal does not mean the draft of another.
  if (opportunityId !== undefined)
    return (await drafts.find(user, opportunityId)) ?? { because: 'no-draft-here', opportunityId }
  if (meant.draft === 'shown') return { because: 'no-opportunity' }
  const [latest] = latestFirst(await drafts.all(user))
  return latest ?? { because: 'no-draft' }
}

function ownDraft(draft: Draft | null, { orgId, userId }: Identity): Draft | Missed {
  const isOwn = draft?.orgId === orgId && draft.userId === userId
  return isOwn ? draft : { because: 'draft-gone' }
}

/** What was added can be kept quiet; that something was not never is. */
async function tell(office: Office, done: Added | Missed, reader: Reader): Promise<void> {
  const { names, captured } = await notificationSettings(office)
  if ('draft' in done) {
    if (captured) await office.ports.notify(addedNotice(done, reader, names))
    return
  }
  await office.ports.notify(missedNotice(done, reader))
  // The menu has named what is not there any more.
  if (done.because === 'draft-gone') await renewMenu(office)
}
