/** The most bytes a file may have. */
export const FILE_LIMIT = 2 * 1024 * 1024
/** The most characters that are kept of a text. */
export const TEXT_LIMIT = 1_000_000
/** The most characters of one quotation: the packet carries quotations, not texts. */
export const QUOTE_LIMIT = 1000
