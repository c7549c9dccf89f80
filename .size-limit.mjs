import { readFileSync } from 'node:fs'

const built = '.output/chrome-mv3'
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** The scripts a page loads before anything is opened in it: its own and those it preloads. */
function eagerScripts(page) {
  const html = readFileSync(`${built}/${page}`, 'utf8')
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => `${built}/${path}`)
}

const plain = { brotli: false, gzip: false }

export default [
  { name: 'content script', path: `${built}/content-scripts/overlay.js`, limit: '8 kB', ...plain },
  { name: 'service worker', path: `${built}/background.js`, limit: '700 kB', ...plain },
  { name: 'panel, eager scripts', path: eagerScripts('panel.html'), limit: '450 kB', ...plain },
  { name: 'popup, eager scripts', path: eagerScripts('popup.html'), limit: '450 kB', ...plain },
  { name: 'package', path: `.output/segue-${version}-chrome.zip`, limit: '600 kB', ...plain },
]
