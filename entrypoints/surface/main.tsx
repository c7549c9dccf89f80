import '#components/ui/tokens.css'
import '#components/ui/base.css'
import { beginPopup } from '../popup/begin.tsx'

// The popup begins with one script: for each file more the browser process has one request more to serve before
// anything is painted. The panel needs this one too, and other pages take something from it: they draw themselves.
if (location.pathname === '/popup.html') beginPopup()
