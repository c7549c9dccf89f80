import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object, viewedFields } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const ONCE = { updateable: false }
const OWNER = lookup('OwnerId', ['User'], { ...REQUIRED, defaultedOnCreate: true })
const LINKABLE = ['Account', 'Case', 'Contact', 'Lead', 'Opportunity', 'User']

const note: StandardObject = {
  children: { ParentId: 'Notes' },
  describe: object({
    name: 'Note',
    keyPrefix: '002',
    flags: { searchable: true },
    fields: [
      ...identityFields('Note Id'),
      lookup(
        'ParentId',
        LINKABLE.filter((name) => name !== 'Case'),
        { ...REQUIRED, ...ONCE, cascadeDelete: true },
      ),
      field('Title', 'string', { ...REQUIRED, length: 80, nameField: true }),
      field('IsPrivate', 'boolean', { label: 'Private' }),
      field('Body', 'textarea'),
      OWNER,
      ...auditFields(),
    ],
  }),
}

const attachment: StandardObject = {
  children: { ParentId: 'Attachments' },
  describe: object({
    name: 'Attachment',
    keyPrefix: '00P',
    fields: [
      ...identityFields('Attachment'),
      lookup('ParentId', LINKABLE, { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      field('Name', 'string', { ...REQUIRED, nameField: true, label: 'File Name' }),
      field('IsPrivate', 'boolean', { label: 'Private' }),
      field('ContentType', 'string', { length: 120 }),
      readOnly('BodyLength', 'int'),
      field('Body', 'base64', REQUIRED),
      OWNER,
      ...auditFields(),
      field('Description', 'textarea', { length: 500 }),
    ],
  }),
}

const contentNote: StandardObject = {
  needs: 'notes',
  describe: object({
    name: 'ContentNote',
    keyPrefix: '069',
    flags: { searchable: true, triggerable: false },
    fields: [
      ...identityFields('Note'),
      field('Title', 'string', { ...REQUIRED, nameField: true }),
      readOnly('FileType', 'string', { length: 20 }),
      lookup('LatestPublishedVersionId', ['ContentVersion'], {
        createable: false,
        updateable: false,
      }),
      readOnly('TextPreview', 'string'),
      field('Content', 'base64', { label: 'Content' }),
      readOnly('ContentModifiedDate', 'datetime'),
      readOnly('ContentSize', 'int'),
      { ...OWNER },
      field('SharingPrivacy', 'picklist', { length: 40 }),
      ...auditFields(),
      ...viewedFields(),
    ],
  }),
}

const contentDocument: StandardObject = {
  describe: object({
    name: 'ContentDocument',
    keyPrefix: '069',
    flags: { searchable: true, createable: false },
    fields: [
      ...identityFields('ContentDocument'),
      field('Title', 'string', { ...REQUIRED, nameField: true }),
      readOnly('PublishStatus', 'picklist', { length: 40 }),
      lookup('LatestPublishedVersionId', ['ContentVersion'], {
        createable: false,
        updateable: false,
      }),
      readOnly('FileType', 'string', { length: 20 }),
      readOnly('FileExtension', 'string', { length: 40 }),
      readOnly('ContentSize', 'int'),
      lookup('ParentId', ['ContentWorkspace'], { relationshipName: null }),
      { ...OWNER },
      ...auditFields(),
      ...viewedFields(),
    ],
  }),
}

const contentVersion: StandardObject = {
  children: { ContentDocumentId: 'ContentVersions' },
  describe: object({
    name: 'ContentVersion',
    keyPrefix: '068',
    flags: { searchable: true, deletable: false },
    fields: [
      ...identityFields('ContentVersion'),
      lookup('ContentDocumentId', ['ContentDocument'], { ...ONCE, cascadeDelete: true }),
      readOnly('IsLatest', 'boolean'),
      readOnly('VersionNumber', 'string', { length: 20 }),
      field('Title', 'string', { nameField: true }),
      field('Description', 'textarea', { length: 1000 }),
      field('PathOnClient', 'string', { length: 500, ...ONCE }),
      lookup('FirstPublishLocationId', LINKABLE, ONCE),
      field('VersionData', 'base64'),
      readOnly('ContentSize', 'int'),
      readOnly('FileType', 'string', { length: 20 }),
      readOnly('FileExtension', 'string', { length: 40 }),
      { ...OWNER },
      ...auditFields(),
    ],
  }),
}

const contentDocumentLink: StandardObject = {
  children: { ContentDocumentId: 'ContentDocumentLinks', LinkedEntityId: 'ContentDocumentLinks' },
  describe: object({
    name: 'ContentDocumentLink',
    keyPrefix: '06A',
    fields: [
      ...identityFields('ContentDocumentLink'),
      lookup('LinkedEntityId', LINKABLE, { ...REQUIRED, ...ONCE }),
      lookup('ContentDocumentId', ['ContentDocument'], {
        ...REQUIRED,
        ...ONCE,
        cascadeDelete: true,
      }),
      readOnly('SystemModstamp', 'datetime', { ...REQUIRED, defaultedOnCreate: true }),
      picklist('ShareType', ['V', 'C', 'I'], { length: 40 }),
      picklist('Visibility', ['AllUsers', 'InternalUsers', 'SharedUsers'], { length: 40 }),
    ],
  }),
}

/** Notes, attachments and files. */
export const files: readonly StandardObject[] = [
  note,
  attachment,
  contentDocument,
  contentNote,
  contentVersion,
  contentDocumentLink,
]
