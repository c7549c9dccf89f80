/** The most characters that Salesforce holds of each text of a promise. */
export const promiseLimits = { words: 4000, toWhom: 255, byWhom: 255, source: 255, note: 255 }
