type Area = Pick<chrome.storage.StorageArea, 'get'> &
  Partial<Pick<chrome.storage.StorageArea, 'setAccessLevel'>>

/** Content scripts share a process with web pages: they may read none of our storage. Firefox has no such levels. */
export async function closeStorage(...areas: readonly Area[]): Promise<void> {
  for (const area of areas) await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}
