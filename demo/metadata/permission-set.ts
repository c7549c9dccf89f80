import type { FieldGrant, ObjectGrant, PermissionSet, RecordTypeGrant } from '../access/grants.ts'
import { elementsOf, isTrue, textOf, type Element } from './xml.ts'

/** A `<PermissionSet>` file as rights; its name is the file's. */
export function readPermissionSet(name: string, element: Element): PermissionSet {
  const objects = elementsOf(element, 'objectPermissions')
  const fields = elementsOf(element, 'fieldPermissions')
  const types = elementsOf(element, 'recordTypeVisibilities')
  const user = ['userPermissions', 'customPermissions']
    .flatMap((tag) => elementsOf(element, tag))
    .filter((one) => isTrue(one, 'enabled'))
  return {
    name,
    label: textOf(element, 'label') ?? name,
    objects: new Map(objects.map((one) => [keyOf(one, 'object'), objectGrant(one)])),
    fields: new Map(fields.map((one) => [keyOf(one, 'field'), fieldGrant(one)])),
    user: new Set(user.map((one) => textOf(one, 'name') ?? '')),
    recordTypes: new Map(types.map((one) => [keyOf(one, 'recordType'), typeGrant(one)])),
  }
}

const keyOf = (element: Element, tag: string) => (textOf(element, tag) ?? '').toLowerCase()

function objectGrant(element: Element): ObjectGrant {
  return {
    read: isTrue(element, 'allowRead'),
    create: isTrue(element, 'allowCreate'),
    edit: isTrue(element, 'allowEdit'),
    delete: isTrue(element, 'allowDelete'),
    viewAll: isTrue(element, 'viewAllRecords'),
    modifyAll: isTrue(element, 'modifyAllRecords'),
  }
}

function fieldGrant(element: Element): FieldGrant {
  return { read: isTrue(element, 'readable'), edit: isTrue(element, 'editable') }
}

/** A permission set names no default: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm */
function typeGrant(element: Element): RecordTypeGrant {
  return { visible: isTrue(element, 'visible'), isDefault: false }
}
