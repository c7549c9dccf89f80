/**
 * A stream through which nothing flows. jsforce pipes every request through the stream its transport
 * returns (http-api.js, `setStream`); ours carries whole bodies, so it only has to bear being piped.
 */
export function dryStream() {
  const stream = {
    on: () => stream,
    once: () => stream,
    off: () => stream,
    prependListener: () => stream,
    removeListener: () => stream,
    listenerCount: () => 0,
    emit: () => false,
    pipe: <Destination>(destination: Destination) => destination,
    write: () => true,
    end: () => stream,
  }
  return stream
}
