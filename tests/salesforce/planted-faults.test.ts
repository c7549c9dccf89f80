import { describe, expect, it } from 'vitest'
import { check } from './check/check.ts'
import { readPackages, type PackageFiles } from './check/package-files.ts'

const files = readPackages('salesforce')

const handoff = 'objects/Handoff__c'
const event = 'objects/Handoff_Event__c'

const paths: Readonly<Record<string, string>> = {
  object: `${handoff}/Handoff__c.object-meta.xml`,
  rule: `${handoff}/validationRules/Decline_Needs_Reason.validationRule-meta.xml`,
  view: `${handoff}/listViews/Waiting_For_Me.listView-meta.xml`,
  compact: `${handoff}/compactLayouts/Handoff_Compact.compactLayout-meta.xml`,
  eventObject: `${event}/Handoff_Event__c.object-meta.xml`,
  events: `${event}/listViews/All.listView-meta.xml`,
  master: `${event}/fields/Handoff__c.field-meta.xml`,
  layout: 'layouts/Handoff__c-Handoff Layout.layout-meta.xml',
  eventLayout: 'layouts/Handoff_Event__c-Handoff Event Layout.layout-meta.xml',
  report: 'reports/Segue/Declines_by_Sender.report-meta.xml',
  ratings: 'reports/Segue/Ratings_by_Sender.report-meta.xml',
  table: 'reports/Segue/Overdue_Decisions.report-meta.xml',
  userSet: 'permissionsets/Segue_User.permissionset-meta.xml',
  'field Stretch': 'objects/Handoff_Commitment__c/fields/Stretch__c.field-meta.xml',
}

function pathOf(word: string): string {
  return paths[word] ?? word.replace(/^field (\w+)$/, `${handoff}/fields/$1__c.field-meta.xml`)
}

/** The package with one text put in another's place, which must be there. */
function planted(path: string, before: string, after: string): PackageFiles {
  const source = files[path]
  if (source === undefined || !source.includes(before)) throw new Error(`${path} lacks ${before}`)
  return { ...files, [path]: source.replace(before, () => after) }
}

function sentences(package_: PackageFiles): string[] {
  return check(package_).map((problem) => problem.sentence)
}

/** What is wrong, in which file, the text that is there, the text put in its place, what is said about it. */
const faults = String.raw`
  a tag left open | field Type | </label> |  | line \d+
  a tag closed by another | rule | </active> | </aktive> | line \d+
  an element that does not exist | field Type | <label> | <colour>red</colour><label> | no element colour
  an element of another type | layout | <behavior> | <visibleLines>3</visibleLines><behavior> | LayoutItem has no element
  a missing element | rule | <active>true</active> |  | lacks active
  a repeated element | rule | <active>true</active> | <active>true</active><active>true</active> | more than once
  a yes that is not true | rule | <active>true | <active>yes | not a boolean
  a number in words | field Summary | >32768< | >many< | not a number
  another namespace | rule | http://soap.sforce.com | http://example.com | namespace
  a field type that does not exist | field Type | >Picklist< | >Banana< | cannot be "Banana"
  a sharing model that does not exist | object | <sharingModel>Private | <sharingModel>Secret | cannot be "Secret"
  a full name that is not the file name | field Type | >Type__c< | >Typ__c< | the file says Type__c
  a full name in an object file | object | <label> | <fullName>Handoff__c</fullName><label> | does not belong
  text without a length | field Template_Key | <length>80</length> |  | needs length
  text that is too long | field Template_Key | >80< | >256< | 1 to 255
  long text without lines | field Summary | <visibleLines>20</visibleLines> |  | needs visibleLines
  long text that is too short | field Summary | >32768< | >255< | 256 to 131072
  long text that is required | field Summary | <type> | <required>true</required><type> | cannot have required
  a number without a scale | field Quality_Score | <scale>0</scale> |  | needs scale
  a checkbox without a default | field Stretch | <defaultValue>false</defaultValue> |  | needs defaultValue
  a value that stands twice | field Variant | >Express< | >standard< | twice
  two defaults | field Status | <default>false | <default>true | one default
  a multi-select without lines | field Reject_Reason | <visibleLines>6</visibleLines> |  | needs visibleLines
  a key that is not unique | field Client_Key | <unique>true</unique> | <unique>false</unique> | must be unique
  a required lookup that is emptied | field Manager | <required>false | <required>true | set to null
  a lookup without a target | field Manager | <referenceTo>User</referenceTo> |  | needs referenceTo
  a lookup to nothing | field Previous_Handoff | >Handoff__c< | >Handof__c< | no object Handof__c
  a required master | master | <type> | <required>true</required><type> | cannot have required
  a master with a delete constraint | master | <label> | <deleteConstraint>Cascade</deleteConstraint><label> | cannot have deleteConstraint
  a detail that has its own sharing | eventObject | <sharingModel>ControlledByParent | <sharingModel>Private | must be ControlledByParent
  a master object that follows a parent | object | <sharingModel>Private | <sharingModel>ControlledByParent | needs a master-detail
  a relationship name that is taken | field Manager | >Handoffs_Managed< | >handoffs_incoming< | is taken by
  a relationship name with a space | field Manager | >Handoffs_Managed< | >Handoffs Managed< | not a valid name
  history that the object does not keep | object | <enableHistory>true | <enableHistory>false | does not
  too much long text | field Payload | >131072< | >1531072< | together
  a label that is too long | field Type | <label>Type< | <label>TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT< | longer than 40
  an error message that is too long | rule | <errorMessage> | <errorMessage>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | longer than 255
  a compact layout that is not there | object | >Handoff_Compact< | >Handoff_Kompact< | no compact layout
  a search field that is not there | object | <searchResultsAdditionalFields>Status__c | <searchResultsAdditionalFields>State__c | no field State__c
  an auto number without digits | object | HO-{00000} | HO- | auto number
  a field that is not on the object | layout | <field>Type__c< | <field>Typ__c< | no field Typ__c
  a field placed twice | layout | <field>Type__c< | <field>Variant__c< | placed twice
  a required field left out | eventLayout | <field>Kind__c< | <field>OwnerSomething__c< | Kind__c must be placed
  a required field only to be edited | eventLayout | <behavior>Required</behavior> | <behavior>Edit</behavior> | is required
  a computed field to be edited | layout | <layoutItems> | <layoutItems><behavior>Edit</behavior><field>Overdue__c</field></layoutItems><layoutItems> | can only be read
  an owner where there is none | eventLayout | <layoutItems> | <layoutItems><behavior>Edit</behavior><field>OwnerId</field></layoutItems><layoutItems> | no field OwnerId
  a related list of no lookup | layout | >Handoff_Event__c.Handoff__c< | >Handoff_Event__c.Actor__c< | no related list
  a related column that is not there | layout | <fields>Happened_At__c< | <fields>Happened__c< | no column
  activities that are off | object | <enableActivities>true | <enableActivities>false | needs enableActivities
  a column that is not there | view | <columns>Status__c< | <columns>State__c< | no column State__c
  a column of long text | view | <columns>Status__c< | <columns>Summary__c< | too long for a column
  a filter by long text | view | <field>Status__c< | <field>Payload__c< | cannot be filtered
  a filter by a value that is not there | view | Submitted, | Sent, | never "Sent"
  the details I own | events | >Everything< | >Mine< | nobody owns
  a compact field that is not there | compact | <fields>Status__c< | <fields>State__c< | no field State__c
  a compact field of long text | compact | <fields>Status__c< | <fields>Summary__c< | does not fit
  a granted field that is not there | userSet | <field>Handoff__c.Type__c< | <field>Handoff__c.Typ__c< | no field
  a granted required field | userSet | <fieldPermissions> | <fieldPermissions><editable>true</editable><field>Handoff__c.Status__c</field><readable>true</readable></fieldPermissions><fieldPermissions> | cannot be granted
  a granted master | userSet | <fieldPermissions> | <fieldPermissions><editable>true</editable><field>Handoff_Event__c.Handoff__c</field><readable>true</readable></fieldPermissions><fieldPermissions> | cannot be granted
  a computed field granted for editing | userSet | <fieldPermissions> | <fieldPermissions><editable>true</editable><field>Handoff__c.Overdue__c</field><readable>true</readable></fieldPermissions><fieldPermissions> | cannot be edited
  a field granted twice | userSet | <fieldPermissions> | <fieldPermissions><editable>true</editable><field>Handoff__c.Type__c</field><readable>true</readable></fieldPermissions><fieldPermissions> | granted twice
  editing without reading | userSet | <allowRead>true | <allowRead>false | needs allowRead
  everything without deleting | userSet | <modifyAllRecords>false | <modifyAllRecords>true | needs allowDelete
  details without their master | userSet | <object>Handoff__c< | <object>Handof__c< | needs Handoff__c to be read
  a tab that is not there | userSet | <tab>Handoff__c< | <tab>Handoffs__c< | no tab
  a formula that does not parse | rule | AND( | AND(( | does not compile
  a formula of an unknown field | rule | ISBLANK(Reject_Reason__c) | ISBLANK(Reason__c) | does not compile
  a formula that is no condition | rule | AND(ISPICKVAL | TEXT(Status__c) &amp; IF(ISPICKVAL | does not compile
  a picklist compared as text | rule | ISPICKVAL(Status__c, &quot;Rejected&quot;) | Status__c = &quot;Rejected&quot; | does not compile
  a comparison that never holds | rule | &quot;Rejected&quot; | &quot;Declined&quot; | never "Declined"
  an error shown at no field | rule | <errorDisplayField>Reject_Reason__c | <errorDisplayField>Reason__c | no field Reason__c
  a formula field of an unknown field | field For_Me | Incoming_Owner__c =  | Recipient__c =  | does not compile
  a report of no object | report | CustomEntity$Handoff__c | CustomEntity$Handof__c | no report type
  a report column that is not there | report | <field>Handoff__c.Reject_Reason__c | <field>Handoff__c.Reason__c | no column
  a report filter by no column | report | <column>Handoff__c.Decision__c | <column>Handoff__c.Decided__c | no column
  a report filter by no value | report | <value>Rejected | <value>Declined | never "Declined"
  a report group that is a column | report | <field>Handoff__c.Opportunity__c | <field>Handoff__c.Outgoing_Owner__c | group and column
  a report grouped by many values | report | <field>Handoff__c.Outgoing_Owner__c | <field>Handoff__c.Reject_Reason__c | cannot be grouped by
  a table that should be a summary | table | <format>Tabular | <format>Summary | a summary has groups
  an average of names | ratings | <field>Handoff__c.Rating_Context__c | <field>Handoff__c.Manager__c | no number
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' | '))

describe('the checker', () => {
  it.each(faults)('finds %s', (...fault) => {
    const [, file = '', before = '', after = '', sentence = '^$'] = fault
    const found = sentences(planted(pathOf(file), before, after))
    expect(found).toContainEqual(expect.stringMatching(sentence))
  })

  it('says in which file the fault is', () => {
    const found = check(planted(pathOf('rule'), '&quot;Rejected&quot;', '&quot;Declined&quot;'))
    expect(found).toEqual([{ file: pathOf('rule'), sentence: 'Status__c is never "Declined"' }])
  })

  it('finds a picklist without values', () => {
    const path = pathOf('field Variant')
    const source = files[path]?.replace(/<valueSet>[^]*<\/valueSet>/, '') ?? ''
    expect(sentences({ ...files, [path]: source })).toContain('Picklist needs valueSet')
  })

  it('finds another root', () => {
    const path = pathOf('rule')
    const source = files[path]?.replaceAll('ValidationRule', 'CustomField') ?? ''
    expect(sentences({ ...files, [path]: source })).toContain(
      'the root is CustomField, not ValidationRule',
    )
  })

  it.each([
    ['a file with an unknown suffix', 'objects/Handoff__c/fields/Type__c.feld-meta.xml'],
    ['a file in the wrong folder', 'fields/Type__c.field-meta.xml'],
    ['an object in a folder of another name', 'objects/Handof__c/Handoff__c.object-meta.xml'],
    ['a name that ends with an underscore', 'objects/Handoff__c/listViews/All_.listView-meta.xml'],
  ])('finds %s', (_what, file) => {
    const found = check({ ...files, [file]: files[pathOf('field Type')] ?? '' })
    expect(found.map((problem) => problem.file)).toContain(file)
  })

  it('finds an object whose own file is missing', () => {
    const rest = Object.entries(files).filter(([file]) => file !== pathOf('eventObject'))
    expect(sentences(Object.fromEntries(rest))).toContain('the object file is missing')
  })

  it('finds a report without a folder', () => {
    const rest = Object.entries(files).filter(([file]) => !file.includes('reportFolder'))
    expect(sentences(Object.fromEntries(rest))).toContain('the report has no folder')
  })

  it('finds a tab of no object and a layout of no object', () => {
    const others = {
      'tabs/Deal__c.tab-meta.xml': files['tabs/Handoff__c.tab-meta.xml'] ?? '',
      'layouts/Deal__c-Deal Layout.layout-meta.xml': files[pathOf('layout')] ?? '',
    }
    expect(sentences({ ...files, ...others })).toEqual([
      'the layout is of no object of this package',
      'there is no object Deal__c',
    ])
  })
})
