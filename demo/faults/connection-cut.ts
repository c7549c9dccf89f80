/** Thrown in the place of an answer: whoever serves the org cuts the connection. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut'

  constructor() {
    super('The connection was cut.')
  }
}
