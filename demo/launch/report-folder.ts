import { mkdir } from 'node:fs/promises'

import { Unusable } from '../org/unusable.ts'

/** Makes the folder that `--out` names, before anything is built for it. Throws `Unusable` where it cannot be made. */
export async function makeReportFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Unusable(`--out takes a folder, and ${folder} cannot be one: ${why}`, {
      cause: error,
    })
  }
}
