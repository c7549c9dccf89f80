import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function playwrightCache() {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return process.env.PLAYWRIGHT_BROWSERS_PATH
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright')
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? '', 'ms-playwright')
  return join(homedir(), '.cache', 'ms-playwright')
}

/** @param {string} name */
const insideMacApp = (name) => join(`${name}.app`, 'Contents', 'MacOS', name)

/** Where the browser lies inside one of Playwright's `chromium-1234` folders. */
const insidePlaywrightFolder = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
    join(folder, insideMacApp('Chromium')),
    join(folder, insideMacApp('Google Chrome for Testing')),
  ]),
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
]

function playwrightBrowsers() {
  const cache = playwrightCache()
  const folders = namesIn(cache).filter((name) => /^chromium-\d+$/.test(name))
  folders.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  return folders.flatMap((folder) =>
    insidePlaywrightFolder.map((path) => join(cache, folder, path)),
  )
}

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const usualPlaces = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: ['/Applications', join(homedir(), 'Applications')].map((folder) =>
    join(folder, insideMacApp('Chromium')),
  ),
  win32: ['LOCALAPPDATA', 'ProgramFiles', 'ProgramFiles(x86)'].map((name) =>
    join(process.env[name] ?? '', 'Chromium', 'Application', 'chrome.exe'),
  ),
}

function onPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)))
}

/** Chrome itself (not "Chrome for Testing") ignores --load-extension since version 137, so that an
 * extension could never be loaded: https://developer.chrome.com/blog/extension-news-june-2025
 *
 * @param {string} path
 */
function isBrandedChrome(path) {
  // On Windows `chrome.exe --version` opens a window instead of answering.
  if (process.platform === 'win32') return /Google[\\/]Chrome[\\/]/.test(path)
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return /^Google Chrome (?!for Testing)/.test(stdout ?? '')
}

/**
 * Looks for a Chromium that loads unpacked extensions: the one SEGUE_BROWSER names, an installed
 * one, or one that Playwright has downloaded.
 *
 * @returns {{ path: string | undefined, trouble: string | undefined }} trouble is one sentence when
 *   SEGUE_BROWSER names something that cannot be used
 */
export function findBrowser() {
  const named = process.env.SEGUE_BROWSER
  if (named) return judge(named)
  const places = [...(usualPlaces[process.platform] ?? []), ...onPath(), ...playwrightBrowsers()]
  return { path: places.find(isExecutable), trouble: undefined }
}

/** @param {string} named */
function judge(named) {
  if (!isExecutable(named)) {
    return { path: undefined, trouble: `SEGUE_BROWSER names ${named}, which cannot be started.` }
  }
  if (isBrandedChrome(named)) {
    return {
      path: undefined,
      trouble:
        'Google Chrome refuses to load unpacked extensions from the command line since version 137; ' +
        'let SEGUE_BROWSER name a Chromium or a Chrome for Testing instead.',
    }
  }
  return { path: named, trouble: undefined }
}
