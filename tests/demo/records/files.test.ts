import { describe, expect, it } from 'vitest'
import type { UserDesk } from '#demo/org/org.ts'
import { deal, one, people, refusalOf, smallOrg } from '../small-org.ts'

describe('files and notes', () => {
  it('a version makes its document and links it to the record', () => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    const FirstPublishLocationId = me.create('Opportunity', deal)
    const VersionData = Buffer.from('hello').toString('base64')
    me.create('ContentVersion', { PathOnClient: 'a.txt', VersionData, FirstPublishLocationId })
    const link = one(
      me,
      `SELECT ContentDocument.Title, ContentDocument.ContentSize, ContentDocument.FileType FROM ContentDocumentLink WHERE LinkedEntityId = '${FirstPublishLocationId}'`,
    )
    expect(link['ContentDocument']).toMatchObject({ Title: 'a', ContentSize: 5, FileType: 'TXT' })
    expect(() => me.query('SELECT Id FROM ContentDocumentLink')).toThrow(
      'Implementation restriction: ContentDocumentLink requires a filter by a single Id',
    )
  })

  /** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentversion.htm */
  it('versions are counted, the document is as its latest, and older ones stay older', () => {
    const me = smallOrg().org.as(people.seller)
    const first = me.create('ContentVersion', file('Plan', 'plan.txt', 'hello'))
    const ContentDocumentId = documentOf(me, first)
    const second = { ...file('Plan B', 'b.pdf', 'hello again'), ContentDocumentId }
    const LatestPublishedVersionId = me.create('ContentVersion', second)
    me.update('ContentVersion', first, { Title: 'Plan A' })
    const versions = 'SELECT Title, VersionNumber, IsLatest FROM ContentVersion'
    expect(me.query(`${versions} ORDER BY VersionNumber`)).toMatchObject([
      { Title: 'Plan A', VersionNumber: '1', IsLatest: false },
      { Title: 'Plan B', VersionNumber: '2', IsLatest: true },
    ])
    const document =
      'SELECT Title, FileType, FileExtension, ContentSize, LatestPublishedVersionId FROM ContentDocument'
    expect(one(me, document)).toMatchObject({
      Title: 'Plan B',
      FileType: 'PDF',
      FileExtension: 'pdf',
      ContentSize: 11,
      LatestPublishedVersionId,
    })
    me.update('ContentVersion', LatestPublishedVersionId, { Title: 'Plan C' })
    expect(one(me, 'SELECT Title FROM ContentDocument')['Title']).toBe('Plan C')
  })

  // https://github.com/UnofficialSF/LightningFlowComponents/issues/1647
  it('a document is linked to a record once', () => {
    const me = smallOrg().org.as(people.seller)
    const ContentDocumentId = documentOf(
      me,
      me.create('ContentVersion', file('Plan', 'plan.txt', 'hello')),
    )
    const LinkedEntityId = me.create('Opportunity', deal)
    const link = () => me.create('ContentDocumentLink', { ContentDocumentId, LinkedEntityId })
    link()
    expect(refusalOf(link)).toEqual({
      code: 'DUPLICATE_VALUE',
      fields: ['LinkedEntityId'],
      text: `Document with ID: ${ContentDocumentId.slice(0, 15)} is already linked with the entity with ID: ${LinkedEntityId.slice(0, 15)}`,
    })
  })

  it('a note can be linked to a deal', () => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    const LinkedEntityId = me.create('Opportunity', deal)
    const Content = Buffer.from('<p>Hi</p>').toString('base64')
    const ContentDocumentId = me.create('ContentNote', { Title: 'Call', Content })
    const link = { ContentDocumentId, LinkedEntityId, ShareType: 'V', Visibility: 'AllUsers' }
    expect(me.create('ContentDocumentLink', link)).toMatch(/^06A/)
    expect(one(me, 'SELECT TextPreview FROM ContentNote')['TextPreview']).toBe('Hi')
  })

  it('notes are unknown to an org that has them off', () => {
    const { org } = smallOrg({ org: { switches: { notes: false, chatter: false } } })
    const hidden = ['ContentNote', 'FeedItem', 'FeedComment']
    expect(hidden.flatMap((name) => org.as(people.admin).describe(name) ?? [])).toEqual([])
  })
})

function file(Title: string, PathOnClient: string, text: string) {
  return { Title, PathOnClient, VersionData: Buffer.from(text).toString('base64') }
}

function documentOf(me: UserDesk, version: string): string {
  const query = `SELECT ContentDocumentId FROM ContentVersion WHERE Id = '${version}'`
  return String(one(me, query)['ContentDocumentId'])
}
