import { restoreConsole } from './console-tabs.js'
import { listenToDialogs } from './dialogs.js'
import { listenToKeys } from './keys.js'
import { blockFor } from './load.js'
import { addressOfHash, listenToLinks, visit } from './navigate.js'
import { listenToSearch } from './search.js'
import { listenToTabs } from './tabs.js'

listenToLinks()
listenToTabs()
listenToDialogs()
listenToKeys()
listenToSearch()
restoreConsole()

const hashAddress = addressOfHash(location)
if (hashAddress !== undefined) void visit(hashAddress, 'replace')

const block = Number(new URLSearchParams(location.search).get('block'))
if (block > 0) requestIdleCallback(() => blockFor(block))
