import type { Office } from './office.ts'

/** Brings the menu of selections up to date when nobody waits for anything else. */
export function menuLater(office: Office): void {
  office.ports.afterwards(async () => (await import('./capture-menu.ts')).renewMenu(office))
}
