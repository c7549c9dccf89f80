import type { Template } from '#lib/handoff/template.ts'
import type { Fact } from '#lib/messaging/facts.ts'
import type { StorageState } from '#lib/messaging/storage-requests.ts'
import type { ToOverlay } from '#lib/messaging/overlay.ts'
import type { Memory } from '#lib/salesforce/memory.ts'
import type { SignInPorts } from '#lib/salesforce/signed-in.ts'
import type { SegueDatabase } from '#lib/storage/database.ts'
import type { JournalArea } from '#lib/storage/journal.ts'
import type { MenuEntry } from './capture-entries.ts'

/** A tab of the browser, as far as its address may be seen. */
export interface BrowserTab {
  readonly id: number
  readonly url: string
}

/** A desktop notification, in plain text. */
export interface Notice {
  readonly id: string
  readonly title: string
  readonly message: string
}

/** Everything outside that the worker depends on: Chrome, the network, time, chance and the disk. */
export interface WorkerPorts extends Omit<SignInPorts, 'signInRule'> {
  /** Whether the browser lets us onto any of Salesforce's sites. */
  readonly isLetIn: () => Promise<boolean>
  /** What the company has set up for this browser: `storage.managed`. */
  readonly managed: () => Promise<Record<string, unknown>>
  readonly database: SegueDatabase
  /** The package that an admin deploys, as a zip. */
  readonly packageZip: () => Promise<Blob>
  /** The templates that come with the extension, read when they are first needed. */
  readonly builtInTemplates: () => Promise<readonly Template[]>
  /** Small settings that outlast the browser: `chrome.storage.local`, closed to content scripts. */
  readonly settings: Memory
  /** Forgets all settings. */
  readonly forgetSettings: () => Promise<void>
  /** Forgets what lasts as long as the browser runs, by its name. */
  readonly forgetInMemory: (isForgotten: (name: string) => boolean) => Promise<void>
  /** Where the last good copies lie: apart from the database. */
  readonly journal: JournalArea
  /** Bytes used and allowed, and whether the browser may throw them away; null where it does not say. */
  readonly room: () => Promise<StorageState['room']>
  /** ISO 8601. */
  readonly now: () => string
  /** A number from 0 up to 1. */
  readonly random: () => number
  readonly newKey: () => string
  readonly announce: (fact: Fact) => void
  readonly tabs: {
    /** The tab in front of the user, if its address may be seen. */
    readonly current: () => Promise<BrowserTab | null>
    readonly open: (url: string) => Promise<number | null>
    /** Brings the window of a tab in front of the user. */
    readonly raise: (tabId: number) => Promise<void>
    /** Whether a panel runs in the tab. */
    readonly hasPanel: (tabId: number) => Promise<boolean>
    /** Whether the page of that tab took the message. */
    readonly tell: (tabId: number, message: ToOverlay) => Promise<boolean>
  }
  /** Opens the toolbar's popup, where the browser lets us. */
  readonly openPopup: () => Promise<void>
  readonly badge: (count: number) => Promise<void>
  /** Shows a desktop notification; one with the same id takes its place. */
  readonly notify: (notice: Notice) => Promise<void>
  readonly clearNotice: (id: string) => Promise<void>
  /** The ids of the notifications that are still to be seen. */
  readonly noticesShown: () => Promise<readonly string[]>
  /** Whether the user lets us have entries in the menu that a selection on a page has. */
  readonly hasMenu: () => Promise<boolean>
  /** Shows these entries, and no others, in the menu that a selection on a page has. */
  readonly showMenu: (entries: readonly MenuEntry[]) => Promise<void>
  /** The address of our page with the whole inbox of the org whose API is at this host. */
  readonly inboxPage: (apiHost: string) => string
  /** Does the work while nobody else in the browser does it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** Does the work when nobody waits for anything else. */
  readonly afterwards: (work: () => Promise<void>) => void
  /** Wakes a worker at this time (milliseconds since 1970) to go on sending; null: not any more. */
  readonly wakeAt: (time: number | null) => Promise<void>
  readonly shortcut: () => Promise<string>
}
