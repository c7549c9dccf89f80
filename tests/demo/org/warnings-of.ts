import { vi } from 'vitest'
import { openFolder } from '#demo/launch/start-orgs.ts'
import { folderOf } from './folder-of.ts'

/** What is told when an org of these files starts. */
export function warningsOf(files: Readonly<Record<string, unknown>>): readonly string[] {
  const told = vi.spyOn(process, 'emitWarning').mockReturnValue()
  openFolder(folderOf(files))
  const said = told.mock.calls.map(([warning]) => String(warning))
  told.mockRestore()
  return said
}
