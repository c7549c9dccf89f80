/** Something that was given to the demo and cannot be used: a sentence that says what and why. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
