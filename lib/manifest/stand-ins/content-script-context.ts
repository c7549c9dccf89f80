/**
 * What WXT hands to a content script, without the third of the script's size that this one never uses: its
 * timers, its address watcher, and the search for older copies of itself. A copy that an update leaves behind
 * notices by itself that it has no runtime.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal = new AbortController().signal
}
