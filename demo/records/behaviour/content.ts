import { textOf } from '../text.ts'
import { Buffer } from 'node:buffer'
import type { Row } from '../../soql/source.ts'
import { toDateTime } from '../datetime.ts'
import { refuse } from '../refusal.ts'
import type { Change, Writer } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** A file's version: the first makes the document and links it to where it was published. */
export const contentVersion: Behaviour = {
  prepare: ({ writer, before, after }) => {
    const path = textOf(after['PathOnClient'])
    const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? null
    return {
      ...after,
      Title: after['Title'] ?? path.replace(/\.[^.]+$/, ''),
      FileExtension: extension,
      FileType: extension?.toUpperCase() ?? 'UNKNOWN',
      ContentSize: byteLength(after['VersionData']),
      ...(before ? {} : { IsLatest: true, VersionNumber: numberOf(writer, after) }),
    }
  },
  settle: (change) => {
    const { writer, before, after } = change
    if (before) return settleDocument(writer, after)
    const ContentDocumentId = after['ContentDocumentId'] ?? newDocument(change)
    for (const other of versionsOf(writer, ContentDocumentId))
      writer.derive.update('ContentVersion', { Id: other['Id'], IsLatest: false })
    writer.derive.update('ContentVersion', { Id: after['Id'], ContentDocumentId, IsLatest: true })
    settleDocument(writer, { ...after, ContentDocumentId })
  },
}

const versionsOf = (writer: Writer, documentId: unknown): readonly Row[] =>
  writer.state.store.table('ContentVersion').where('ContentDocumentId', documentId)

/**
 * The number of a new version: 1, 2, 3.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentversion.htm
 */
function numberOf(writer: Writer, { VersionNumber, ContentDocumentId }: Row): unknown {
  const others = ContentDocumentId ? versionsOf(writer, ContentDocumentId).length : 0
  return VersionNumber ?? String(others + 1)
}

/** A document is as its latest version is. */
function settleDocument(writer: Writer, version: Row): void {
  if (version['IsLatest'] !== true) return
  const { Title, FileType, FileExtension, ContentSize } = version
  writer.derive.update('ContentDocument', {
    Id: version['ContentDocumentId'],
    Title,
    FileType,
    FileExtension,
    ContentSize,
    LatestPublishedVersionId: version['Id'],
  })
}

/** A document is linked to a record once; the text as reported in UnofficialSF/LightningFlowComponents #1647. */
export const contentDocumentLink: Behaviour = {
  check: ({ writer, after: { Id, ContentDocumentId, LinkedEntityId } }) => {
    const others = writer.state.store
      .table('ContentDocumentLink')
      .where('ContentDocumentId', ContentDocumentId)
      .filter((other) => other['Id'] !== Id && other['IsDeleted'] !== true)
    if (others.every((other) => other['LinkedEntityId'] !== LinkedEntityId)) return
    const [document, record] = [ContentDocumentId, LinkedEntityId].map((id) =>
      textOf(id).slice(0, 15),
    )
    const message = `Document with ID: ${document} is already linked with the entity with ID: ${record}`
    throw refuse('DUPLICATE_VALUE', message, ['LinkedEntityId'])
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
