/** Looks for a Chromium that loads unpacked extensions; trouble is one sentence for the user. */
export declare function findBrowser(): {
  readonly path: string | undefined
  readonly trouble: string | undefined
}
