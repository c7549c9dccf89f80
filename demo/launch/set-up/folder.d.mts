/** What to tell the user when nothing can be built in this folder. */
export function troubleOfFolder(root: string): string | undefined
