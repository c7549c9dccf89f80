import jsforce from 'jsforce'
import type { LoadJsforce } from '#lib/salesforce/connection.ts'

/** jsforce's build for Node, which is the same class as the browser's that the extension ships. */
export const nodeJsforce: LoadJsforce = async () => jsforce.Connection
