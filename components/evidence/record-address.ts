/** Objects by the beginning of their ids, as far as evidence comes from them. */
const objects: Readonly<Record<string, string>> = {
  '00T': 'Task',
  '00U': 'Event',
  '02s': 'EmailMessage',
  '002': 'Note',
  '069': 'ContentDocument',
}

/** Where a record can be read in Salesforce; empty when it has no page. */
export function recordAddress(lightningOrigin: string, recordId: string): string {
  const object = objects[recordId.slice(0, 3)]
  return object === undefined ? '' : `${lightningOrigin}/lightning/r/${object}/${recordId}/view`
}
