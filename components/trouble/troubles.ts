import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'

/** What the one button of a state does. */
export type TroubleAction =
  | 'sign-in'
  | 'allow'
  | 'try-again'
  | 'settings'
  | 'close'
  | 'look'
  | 'none'

/** A state in words: what happened, what to do, and the one action. */
interface TroubleWords {
  readonly title: string
  readonly sentence: string
  readonly action: TroubleAction
  readonly button: string
}

/** A tab of Segue's own cannot be closed like a panel, and what it is about is in another tab. */
const elsewhere: Partial<Record<TroubleKind, Pick<TroubleWords, 'title' | 'sentence'>>> = {
  'not-salesforce': {
    title: 'Segue has not seen your Salesforce yet',
    sentence: 'Open it in a tab, then try again.',
  },
}

/** The words for a surface that is a tab of its own, or for one that can be closed. */
export function wordsFor(kind: TroubleKind, isTab: boolean): TroubleWords {
  const words = troubles[kind]
  if (!isTab || words.action !== 'close') return words
  return { ...words, ...elsewhere[kind], action: 'try-again', button: 'Try again' }
}

/** Every kind of trouble in plain words. What was typed is kept in all that do not say otherwise. */
export const troubles: Readonly<Record<TroubleKind, TroubleWords>> = {
  'signed-out': {
    title: 'You are signed out of Salesforce',
    sentence: 'Sign in to Salesforce in this browser; the handoff goes on where you left it.',
    action: 'sign-in',
    button: 'Sign in',
  },
  'session-expired': {
    title: 'Your Salesforce session has ended',
    sentence: 'Sign in again; the handoff goes on where you left it.',
    action: 'sign-in',
    button: 'Sign in',
  },
  'wrong-org': {
    title: 'This browser is signed in to another org',
    sentence:
      'This page belongs to one Salesforce org and the session to another. Sign in to this one.',
    action: 'sign-in',
    button: 'Sign in to this org',
  },
  'wrong-user': {
    title: 'You are signed in as somebody else',
    sentence:
      'This was started by another user and is only sent under that name. Sign in as that user.',
    action: 'sign-in',
    button: 'Switch user',
  },
  'api-blocked': {
    title: 'Your company does not let browser sessions use the API',
    sentence:
      'Sign in with your company’s app in the settings. Your Salesforce admin can set it up, or give you “Use Any API Client”.',
    action: 'settings',
    button: 'Open the settings',
  },
  'api-disabled': {
    title: 'The API is switched off for you',
    sentence: 'Ask your Salesforce admin for the permission “API Enabled”.',
    action: 'try-again',
    button: 'Try again',
  },
  'needs-oauth': {
    title: 'Segue needs a sign-in of its own here',
    sentence: 'Sign in once in the settings, with the app that your Salesforce admin has set up.',
    action: 'settings',
    button: 'Open the settings',
  },
  'sign-in-refused': {
    title: 'The sign-in did not come about',
    sentence: 'Nothing was changed. The settings show how Segue signs in.',
    action: 'settings',
    button: 'Open the settings',
  },
  'org-not-allowed': {
    title: 'Your company does not allow Segue in this org',
    sentence: 'Segue works in the orgs that your company has listed. Ask who manages this browser.',
    action: 'close',
    button: 'Close',
  },
  'site-blocked': {
    title: 'Chrome keeps Segue away from Salesforce',
    sentence:
      'Allow it there, then reload your Salesforce pages. If Chrome does not ask, ask who manages this browser.',
    action: 'allow',
    button: 'Allow on Salesforce',
  },
  'no-permission': {
    title: 'You may not see or write this',
    sentence:
      'Ask your Salesforce admin. The permission set “Segue User” is for handoffs; rights to deals and contacts, “Edit Tasks” and “Edit Events” come from your profile or another set. A handoff that somebody else owns in Salesforce is changed by those they share it with, and shared by them alone.',
    action: 'try-again',
    button: 'Try again',
  },
  'not-installed': {
    title: 'Handoffs are not set up in this org yet',
    sentence: 'An admin deploys the handoff objects once; docs/admin.md says how.',
    action: 'try-again',
    button: 'Look again',
  },
  'record-gone': {
    title: 'This opportunity is no longer there',
    sentence: 'It was deleted or merged, or you may no longer see it.',
    action: 'close',
    button: 'Close',
  },
  offline: {
    title: 'You are offline',
    sentence: 'You can go on writing. What is to be sent waits and goes out by itself.',
    action: 'try-again',
    button: 'Try again',
  },
  unreachable: {
    title: 'Salesforce does not answer',
    sentence: 'You can go on writing. We try again by ourselves.',
    action: 'try-again',
    button: 'Try again',
  },
  'limit-reached': {
    title: 'Your org has used up its API calls for today',
    sentence: 'You can go on writing. What is to be sent waits until Salesforce takes calls again.',
    action: 'try-again',
    button: 'Try again',
  },
  rejected: {
    title: 'Salesforce refused this',
    sentence: 'Mend what it names, then send it again. Nothing was written.',
    action: 'look',
    button: 'Back to the answers',
  },
  'not-now': {
    title: 'This cannot be done now',
    sentence: 'Nothing was changed.',
    action: 'look',
    button: 'OK',
  },
  conflict: {
    title: 'Somebody changed this record meanwhile',
    sentence: 'Nothing was overwritten. Choose for each field what shall hold.',
    action: 'look',
    button: 'Choose',
  },
  locked: {
    title: 'The record is locked',
    sentence:
      'Somebody else saves it at this moment, or it is in an approval. Try again in a while.',
    action: 'try-again',
    button: 'Try again',
  },
  'not-salesforce': {
    title: 'This page is not Salesforce',
    sentence: 'Open an opportunity in Salesforce to hand it over.',
    action: 'close',
    button: 'Close',
  },
  'storage-full': {
    title: 'This computer has no room left',
    sentence:
      'What you typed is still in front of you, and not saved. Copy it, make room, and it is saved by itself.',
    action: 'try-again',
    button: 'Try again',
  },
  'storage-broken': {
    title: 'This computer’s storage does not answer',
    sentence:
      'What you typed is still in front of you, and not saved. Copy it before you close this.',
    action: 'try-again',
    button: 'Try again',
  },
  'storage-newer': {
    title: 'A newer version of Segue was used here',
    sentence: 'Its drafts can be read and copied, not changed, until Segue is updated again.',
    action: 'try-again',
    button: 'Look again',
  },
  updated: {
    title: 'Segue cannot save here any more',
    sentence: 'What you typed is not saved.',
    action: 'try-again',
    button: 'OK',
  },
  unknown: {
    title: 'Something unexpected happened',
    sentence: 'Try again. If it stays, tell your admin the words below.',
    action: 'try-again',
    button: 'Try again',
  },
}
