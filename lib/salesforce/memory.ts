/** Small values by name, such as `chrome.storage.session`, which lasts as long as the browser runs. */
export interface Memory {
  readonly get: (key: string) => Promise<unknown>
  readonly set: (key: string, value: unknown) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}
