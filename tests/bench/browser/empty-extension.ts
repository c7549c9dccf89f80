import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const manifest = {
  manifest_version: 3,
  name: 'Empty',
  version: '1.0.0',
  background: { service_worker: 'worker.js' },
  action: { default_popup: 'popup.html' },
  content_scripts: [
    { matches: ['https://*.lightning.force.com/*'], js: ['content.js'], run_at: 'document_idle' },
  ],
}

const page = '<!doctype html><title>Empty</title><p>Empty</p>'

const files = {
  'manifest.json': JSON.stringify(manifest),
  'worker.js':
    'chrome.runtime.onMessage.addListener((message, sender, respond) => { respond({ answer: null }) })',
  'content.js': '',
  'popup.html': page,
  'typing.html':
    '<!doctype html><title>Typing</title><textarea rows="20" style="width: 400px; height: 240px"></textarea>',
}

/** Writes the least extension there can be: what Chrome itself costs, to measure ours against. */
export async function writeEmptyExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
  )
  return folder
}
