/**
 * Streams through which nothing flows. jsforce pipes each request through some; ours carries whole bodies
 * (lib/salesforce/transport.ts), so they only have to bear being made, listened to and piped.
 */
class DryStream {
  on(): this {
    return this
  }
  once(): this {
    return this
  }
  off(): this {
    return this
  }
  prependListener(): this {
    return this
  }
  removeListener(): this {
    return this
  }
  listenerCount(): number {
    return 0
  }
  emit(): boolean {
    return false
  }
  pipe<Destination>(destination: Destination): Destination {
    return destination
  }
  write(): boolean {
    return true
  }
  push(): boolean {
    return true
  }
  end(): this {
    return this
  }
  destroy(): this {
    return this
  }
}

export {
  DryStream as Duplex,
  DryStream as PassThrough,
  DryStream as Readable,
  DryStream as Transform,
  DryStream as Writable,
}
