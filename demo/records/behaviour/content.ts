import { textOf } from '../text.ts'
import { Buffer } from 'node:buffer'
import type { Row } from '../../soql/source.ts'
import { toDateTime } from '../datetime.ts'
import type { Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** A file's version: the first makes the document and links it to where it was published. */
export const contentVersion: Behaviour = {
  prepare: ({ after }) => {
    const path = textOf(after['PathOnClient'])
    const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? null
    return {
      ...after,
      Title: after['Title'] ?? path.replace(/\.[^.]+$/, ''),
      FileExtension: extension,
      FileType: extension?.toUpperCase() ?? 'UNKNOWN',
      ContentSize: byteLength(after['VersionData']),
      IsLatest: true,
      VersionNumber: after['VersionNumber'] ?? '1',
    }
  },
  settle: (change) => {
    if (change.before) return
    const { writer, after } = change
    const documentId = after['ContentDocumentId'] ?? newDocument(change)
    for (const other of writer.state.store
      .table('ContentVersion')
      .where('ContentDocumentId', documentId)) {
      writer.derive.update('ContentVersion', { Id: other['Id'], IsLatest: false })
    }
    writer.derive.update('ContentVersion', {
      Id: after['Id'],
      ContentDocumentId: documentId,
      IsLatest: true,
    })
    writer.derive.update('ContentDocument', {
      Id: documentId,
      LatestPublishedVersionId: after['Id'],
    })
  },
}

/** A note is a document with its text; links to records are made afterwards, by the client. */
export const contentNote: Behaviour = {
  prepare: ({ writer, after }) => ({
    ...after,
    FileType: 'SNOTE',
    ContentSize: byteLength(after['Content']),
    TextPreview: plainText(after['Content']).slice(0, 255),
    ContentModifiedDate: toDateTime(writer.state.now()),
  }),
  settle: ({ writer, before, after }) => {
    if (before) return
    writer.derive.insert('ContentDocument', {
      Id: after['Id'],
      Title: after['Title'],
      OwnerId: after['OwnerId'],
      FileType: 'SNOTE',
      ContentSize: after['ContentSize'],
    })
  },
}

function newDocument({ writer, after }: Change): string | undefined {
  const documentId = writer.derive.insert('ContentDocument', {
    Title: after['Title'],
    OwnerId: after['OwnerId'],
    FileType: after['FileType'],
    FileExtension: after['FileExtension'],
    ContentSize: after['ContentSize'],
  })
  const link: Row = { ContentDocumentId: documentId, Visibility: 'AllUsers' }
  const places = new Set([writer.userId, after['FirstPublishLocationId']])
  for (const place of places) {
    if (typeof place !== 'string') continue
    writer.derive.insert('ContentDocumentLink', { ...link, LinkedEntityId: place, ShareType: 'I' })
  }
  return documentId
}

const byteLength = (base64: unknown): number => Buffer.from(textOf(base64), 'base64').byteLength

const plainText = (base64: unknown): string =>
  Buffer.from(textOf(base64), 'base64')
    .toString('utf8')
    .replaceAll(/<[^>]*>/g, '')
