/** How PowerPoint and Word end a line within a paragraph, and how old systems and Unicode end one: most programs show nothing there. */
const unusual = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** The text with every end of a line as all programs know it, so that no words run together. */
export const plainBreaks = (text: string): string => text.replaceAll(unusual, '\n')

/** The text on one line. */
export const onOneLine = (text: string): string => plainBreaks(text).replaceAll(/\s*\n\s*/g, ' ')
