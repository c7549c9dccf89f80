/** Whether the extension was updated under this page: nothing of it can be asked for, or shown, any more. */
export const isLeftBehind = (): boolean => !chrome.runtime?.id
