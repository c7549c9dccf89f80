import type { Draft } from '#lib/handoff/draft.ts'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import { noticeId, plain } from './notices.ts'
import type { Notice } from './ports.ts'

/** Whom a notice is for, and of which org. Empty where that is not known. */
export interface Reader {
  readonly host: string
  readonly userId: string
}

/** A selection that was added. */
export interface Added {
  readonly draft: Pick<Draft, 'opportunityId' | 'opportunityName'>
  /** How many characters of how many were kept. */
  readonly kept: number
  readonly of: number
}

/** Why a selection was not added. */
export type Missed =
  | { readonly because: 'empty' | 'no-draft' | 'draft-gone' | 'no-opportunity' }
  | { readonly because: 'no-draft-here'; readonly opportunityId: string }
  | { readonly because: TroubleKind; readonly detail: string }

const count = (characters: number) => characters.toLocaleString('en-US')

/** Says to which draft a selection went. A click on it opens the deal and does nothing else. */
export function addedNotice({ draft, kept, of }: Added, reader: Reader, names: boolean): Notice {
  const deal = names ? `the handoff draft of ${plain(draft.opportunityName)}` : 'a handoff draft'
  return {
    id: noticeId(reader, draft.opportunityId, 'captured'),
    title: `Added to ${deal}`,
    message:
      kept < of
        ? `It was too long: its first ${count(kept)} of ${count(of)} characters were kept. Select the rest and add it too.`
        : 'It is under “History and evidence”, “From elsewhere”, on this computer only.',
  }
}

const again = 'then add the text again.'

/** Where the trouble's own words do not say what to do. */
const sentences: Readonly<Partial<Record<Missed['because'], string>>> = {
  empty: 'The browser has given no text. Copy it, and paste it in the panel.',
  'no-draft': `There is no handoff draft on this computer. Start one on the opportunity’s page, ${again}`,
  'no-draft-here': `This opportunity has no handoff draft. Start one here, ${again}`,
  'no-opportunity': 'This page shows no opportunity. Choose the draft by its name.',
  'draft-gone': `That draft is not here any more: it was sent, discarded, or is another user’s. Choose another one, ${again}`,
  'not-salesforce': `Segue does not know yet which org is yours. Open Salesforce in this browser, ${again}`,
  'signed-out': `You are not signed in to Salesforce. Sign in, ${again}`,
  'session-expired': `Your session in Salesforce is over. Sign in, ${again}`,
  'org-not-allowed': 'Your company does not allow Segue in this org.',
}

/** Says that a selection was not added, why, and what to do. It stands where it was selected. */
export function missedNotice(missed: Missed, reader: Reader): Notice {
  const target = missed.because === 'no-draft-here' ? missed.opportunityId : 'inbox'
  const trouble = 'detail' in missed ? plain(missed.detail) : ''
  return {
    id: noticeId(reader, target, 'not-captured'),
    title: 'The selected text was not added',
    message:
      sentences[missed.because] ?? `${trouble} When that is mended, add the text again.`.trim(),
  }
}
