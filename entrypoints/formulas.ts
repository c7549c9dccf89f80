import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import * as engine from '#lib/handoff/sformula-engine.ts'

/** The engine for formulas, for whoever loads this script: worker or page. */
export default defineUnlistedScript(() => {
  globalThis.segueFormulas = engine
})
