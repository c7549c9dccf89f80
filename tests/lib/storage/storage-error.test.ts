import { describe, expect, it } from 'vitest'
import { storageErrorOf } from '#lib/storage/storage-error.ts'

describe('what chrome.storage throws', () => {
  it.each([
    {
      kind: 'full',
      message:
        'IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
    },
    {
      kind: 'broken',
      message:
        'IO error: .../000003.log: FILE_ERROR_IO (ChromeMethodBFE: 3::WritableFileAppend::1)',
    },
    { kind: 'broken', message: 'Corruption: checksum mismatch' },
  ])('is known as trouble of the disk: $kind', ({ kind, message }) => {
    expect(storageErrorOf(new Error(message))).toMatchObject({ kind })
  })

  it('is not mixed up with a bug', () => {
    expect(storageErrorOf(new Error('x is undefined'))).toBeNull()
    expect(storageErrorOf(new TypeError('no space'))).toBeNull()
  })
})
