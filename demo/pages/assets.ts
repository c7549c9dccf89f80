import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'browser')

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** A file the pages load, as its host serves it. */
export interface Asset {
  readonly type: string
  readonly text: string
}

const assets: ReadonlyMap<string, Asset> = new Map([
  ...readdirSync(FOLDER).map((name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    return [name, { type: TYPES[extname(name)] ?? 'text/plain', text }] as const
  }),
  ['framework.js', { type: 'text/javascript; charset=utf-8', text: ballast(4_000) }],
])

/** A style sheet or script of the pages by its file name. */
export function assetNamed(name: string): Asset | undefined {
  return assets.get(name)
}

/** Functions that nobody calls: a Lightning page makes the browser read scripts by the megabyte. */
function ballast(count: number): string {
  const parts = Array.from({ length: count }, (_, at) => ballastPart(at))
  return `(function(){var parts={};function define(n,f){parts[n]=f}\n${parts.join('\n')}\n})();`
}

function ballastPart(at: number): string {
  return (
    `define('markup://force:part${at}',function(a,b,c){var d=a.get('v.value'),e=b&&b.getParams?b.getParams():{};` +
    `if(d===c||e.index>${at}){return a.find('cell${at}')}return{name:'part${at}',value:d,rows:[${at},e.index]}});`
  )
}
