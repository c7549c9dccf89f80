import type { BrowserContext, Page } from '@playwright/test'

import type { Org } from '../../org/org.ts'
import type { Cast } from '../cast.ts'

/** What every step of the tour works with. */
export interface Stage {
  readonly org: Org
  readonly cast: Cast
  readonly context: BrowserContext
  /** The page the audience looks at: the picture after a step is taken of it. A step may change it. */
  page: Page
}

/** One thing a user does; it throws when what should be seen is not. */
export interface Step {
  /** As a sentence without a subject: "open the opportunity". */
  readonly name: string
  readonly play: (stage: Stage) => Promise<void>
}
