/** What a source file declares, by its suffix: metadata type, folder, and whether it names itself. */
export interface Kind {
  readonly type: string
  readonly folder: RegExp
  /** Whether the file carries a `fullName` equal to its file name. */
  readonly named: boolean
}

const inObject = (folder: string) => new RegExp(`^objects/[^/]+/${folder}/[^/]+$`)
const inFolder = (folder: string) => new RegExp(`^${folder}/[^/]+$`)

/** The metadata this package may hold. The folder is part of the format: the deploy command finds files by it. */
export const kinds: Readonly<Record<string, Kind>> = {
  object: { type: 'CustomObject', folder: /^objects\/([^/]+)\/\1\.[^/]+$/, named: false },
  field: { type: 'CustomField', folder: inObject('fields'), named: true },
  listView: { type: 'ListView', folder: inObject('listViews'), named: true },
  compactLayout: { type: 'CompactLayout', folder: inObject('compactLayouts'), named: true },
  validationRule: { type: 'ValidationRule', folder: inObject('validationRules'), named: true },
  layout: { type: 'Layout', folder: inFolder('layouts'), named: false },
  tab: { type: 'CustomTab', folder: inFolder('tabs'), named: false },
  permissionset: { type: 'PermissionSet', folder: inFolder('permissionsets'), named: false },
  reportType: { type: 'ReportType', folder: inFolder('reportTypes'), named: false },
  reportFolder: { type: 'ReportFolder', folder: inFolder('reports'), named: false },
  report: { type: 'Report', folder: /^reports\/[^/]+\/[^/]+$/, named: false },
}
