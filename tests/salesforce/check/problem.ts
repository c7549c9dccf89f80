/** Something a deployment would refuse, or that would not work once deployed. */
export interface Problem {
  readonly file: string
  readonly sentence: string
}

/** Returns a function that makes problems of one file. */
export function problemsOf(file: string): (...sentences: string[]) => Problem[] {
  return (...sentences) => sentences.map((sentence) => ({ file, sentence }))
}
