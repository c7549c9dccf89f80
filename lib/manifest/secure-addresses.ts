import type { Plugin } from 'vite'

const libraries = /node_modules\/(?:dexie|jsforce)\//

/**
 * Takes plain `http://` out of what Dexie and jsforce bring along: links to help pages in messages, and the
 * namespaces of SOAP envelopes, which are not sent here. So the check that the built extension names no
 * insecure address needs no exceptions.
 */
export function secureAddresses(): Plugin {
  return {
    name: 'secure-addresses',
    transform: {
      filter: { id: libraries, code: 'http://' },
      handler: (code) => ({ code: code.replaceAll('http://', 'https://'), map: null }),
    },
  }
}
