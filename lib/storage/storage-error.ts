import { Dexie } from 'dexie'

/** Why this computer could not keep something. */
export type StorageErrorKind = 'full' | 'broken' | 'newer'

/** This computer could not keep or find something: its disk is full, damaged, or written by a newer version. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly kind: StorageErrorKind

  constructor(kind: StorageErrorKind, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}

/** The error as this computer's trouble; null when it is none of the disk's, but a bug. */
export function storageErrorOf(error: unknown): StorageError | null {
  if (error instanceof StorageError) return error
  if (!isOfDisk(error)) return null
  if (isFull(error)) return new StorageError('full', 'This computer has no room left.', error)
  return error.name === 'Error' || troublesOfTheDisk.has(error.name)
    ? new StorageError('broken', 'This computer’s storage does not answer.', error)
    : null
}

/** Dexie’s, the browser’s, or one that `chrome.storage` throws: that has no name, and LevelDB’s words. */
function isOfDisk(error: unknown): error is Error {
  if (error instanceof Dexie.DexieError || error instanceof DOMException) return true
  return error instanceof Error && /^(?:IO error|Corruption): /.test(error.message)
}

/** What Chromium and Dexie call it when the disk, not the program, is at fault. */
const troublesOfTheDisk: ReadonlySet<string> = new Set([
  'UnknownError',
  'AbortError',
  'OpenFailedError',
  'OpenFailed',
  'DatabaseClosedError',
  'InvalidStateError',
  'TimeoutError',
  'NotReadableError',
  'DataError',
  'MissingAPIError',
])

function isFull(error: Error & { readonly inner?: unknown }) {
  // An aborted transaction names the real reason only inside.
  const inner = error.inner instanceof Error ? `${error.inner.name} ${error.inner.message}` : ''
  return /QuotaExceeded|quota|no.space|disk is full/i.test(
    `${error.name} ${error.message} ${inner}`,
  )
}
