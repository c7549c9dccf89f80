/**
 * How to start npm: the very npm that started us where there is one, else the one on PATH.
 *
 * @param {readonly string[]} args
 */
export function npmCommand(args) {
  const own = process.env.npm_execpath
  if (own !== undefined && /npm-cli\.[cm]?js$/.test(own)) {
    return { command: process.execPath, args: [own, ...args], shell: false }
  }
  // npm is a .cmd file on Windows, which only a shell can start.
  return { command: 'npm', args: [...args], shell: process.platform === 'win32' }
}
