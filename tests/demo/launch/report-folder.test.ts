import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeReportFolder } from '#demo/launch/report-folder.ts'
import { Unusable } from '#demo/org/unusable.ts'

const place = mkdtempSync(join(tmpdir(), 'report-'))

describe('the folder of a report', () => {
  it('is made with all that leads to it, and may be there already', async () => {
    const folder = join(place, 'a', 'b')
    await makeReportFolder(folder)
    await makeReportFolder(folder)
    expect(statSync(folder).isDirectory()).toBe(true)
  })

  it('that is a file is refused in a sentence', async () => {
    const file = join(place, 'file')
    writeFileSync(file, '')
    const trouble = makeReportFolder(file)
    await expect(trouble).rejects.toThrow(Unusable)
    await expect(trouble).rejects.toThrow(/^--out takes a folder, and .*file cannot be one: EEXIST/)
  })
})
