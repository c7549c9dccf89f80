import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { beginPanel } from '../panel/begin.tsx'
import { beginPopup } from '../popup/begin.tsx'

/**
 * What popup and panel begin with is one script: for each file more that they would need, the browser process has
 * one request more to serve before anything is painted. Any other page that takes something from it draws itself.
 */
const begins: Readonly<Record<string, () => void>> = {
  '/popup.html': beginPopup,
  '/panel.html': beginPanel,
}

begins[location.pathname]?.()
