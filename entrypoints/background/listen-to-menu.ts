import { menuLater } from './menu-later.ts'
import type { Office } from './office.ts'

const permission = 'contextMenus'

type Press = Parameters<typeof chrome.contextMenus.onClicked.addListener>[0]

/**
 * Listens to the menu of selections while the browser lets us: its permission is asked for in the settings, and given
 * back there. The menu is the browser's: it outlives workers, and is made where it may have gone.
 */
export function listenToMenu(office: Office): void {
  const press: Press = (pressed, tab) => {
    const given = { ...pressed, title: tab?.title }
    void import('./capture.ts').then(({ capture }) => capture(office, given))
  }
  const make = () => void import('./capture-menu.ts').then(({ makeMenu }) => makeMenu(office))
  // Without the permission there is no such thing in the browser.
  if (permission in chrome) chrome.contextMenus.onClicked.addListener(press)
  onPermission(chrome.permissions.onAdded, () => {
    chrome.contextMenus.onClicked.addListener(press)
    make()
  })
  onPermission(chrome.permissions.onRemoved, () => {
    // A worker that was started by this has none.
    if (permission in chrome) chrome.contextMenus.onClicked.removeListener(press)
    make()
  })
  chrome.runtime.onInstalled.addListener(make)
  chrome.runtime.onStartup.addListener(make)
  chrome.storage.managed.onChanged.addListener(() => menuLater(office))
}

function onPermission(event: typeof chrome.permissions.onAdded, todo: () => void): void {
  event.addListener(({ permissions = [] }) => {
    if (permissions.includes(permission)) todo()
  })
}
