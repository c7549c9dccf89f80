/** Splits words so that a long list of values stays readable. */
const words = (...lines: string[]) => new Set(lines.flatMap((line) => line.split(' ')))

/**
 * The values that the Metadata API declares as enumerations, for the elements this package uses. The
 * description that jsforce carries calls them all "string".
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm
 */
export const enumerations: Readonly<Record<string, ReadonlySet<string>>> = {
  'CustomField.type': words(
    'AutoNumber Lookup MasterDetail Checkbox Currency Date DateTime Email Number',
    'Percent Phone Picklist MultiselectPicklist Text TextArea LongTextArea Html Url',
    'EncryptedText Summary Hierarchy Location Time File ExternalLookup IndirectLookup',
    'MetadataRelationship Array',
  ),
  'CustomField.deleteConstraint': words('Cascade Restrict SetNull'),
  'CustomField.formulaTreatBlanksAs': words('BlankAsBlank BlankAsZero'),
  'CustomField.summaryOperation': words('count max min sum'),
  'CustomObject.deploymentStatus': words('Deployed InDevelopment'),
  'CustomObject.sharingModel': words(
    'Private Read ReadSelect ReadWrite ReadWriteTransfer FullAccess',
    'ControlledByParent ControlledByLeadOrContact ControlledByCampaign',
  ),
  'CustomObject.externalSharingModel': words('Private Read ReadWrite ControlledByParent'),
  'CustomObject.visibility': words('Public Protected PackageProtected'),
  'LayoutItem.behavior': words('Edit Readonly Required'),
  'LayoutSection.style': words('OneColumn TwoColumnsLeftToRight TwoColumnsTopToBottom CustomLinks'),
  'RelatedListItem.sortOrder': words('Asc Desc'),
  'ListView.filterScope': words(
    'Everything Mine MineAndMyGroups Queue Delegated MyTerritory Team MyTeamTerritory',
    'AssignedToMe SalesTeam ScopingRule SharedWithMe',
  ),
  'ListViewFilter.operation': words(
    'equals notEqual lessThan greaterThan lessOrEqual greaterOrEqual contains',
    'notContain startsWith includes excludes within',
  ),
  'PermissionSetTabSetting.visibility': words('Available None Visible'),
  'ReportType.category': words(
    'accounts opportunities forecasts cases leads campaigns activities busop products',
    'admin territory usage_entitlement wdc other content calibration quotes',
    'individual employee data_cloud',
  ),
  'Report.format': words('Matrix MultiBlock Summary Tabular'),
  'ReportGrouping.dateGranularity': words(
    'None Day Week Month Quarter Year FiscalQuarter FiscalYear MonthInYear DayInMonth',
    'FiscalPeriod FiscalWeek',
  ),
  'ReportGrouping.sortOrder': words('Asc Desc'),
  'ReportFilterItem.operator': words(
    'equals notEqual lessThan greaterThan lessOrEqual greaterOrEqual contains',
    'notContain startsWith includes excludes within',
  ),
}
