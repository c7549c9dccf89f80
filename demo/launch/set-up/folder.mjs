/**
 * The build reads paths as addresses, in which these mean something else.
 *
 * @param {string} root
 * @returns {string | undefined} what to tell the user when nothing can be built in this folder
 */
export function troubleOfFolder(root) {
  if (!/[#?]|%[0-9a-f]{2}/i.test(root)) return undefined
  return (
    `Segue cannot be built in ${root}, because a folder has "#", "?" or "%" in its name. ` +
    'Rename or move it, then run this command again.'
  )
}
