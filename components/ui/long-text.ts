const LONG = 10_000

/**
 * From some length on a box keeps its height and has one direction, and a key is painted before anybody is told of
 * it: to measure the text, or to look for the direction of each paragraph, would cost more than to draw it.
 */
export const isLongText = (text: string): boolean => text.length > LONG
