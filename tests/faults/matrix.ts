/** One row of the fault matrix: what goes wrong, and how it is brought about here. */
export interface Row {
  readonly id: `F${number}`
  readonly fault: string
  readonly injection: string
}

/** The fault matrix. A test belongs to a row by naming it, such as “(F16)”, in its title. */
export const matrix: readonly Row[] = [
  { id: 'F1', fault: 'browser killed while typing', injection: 'SIGKILL at every step of a save' },
  {
    id: 'F2',
    fault: 'killed while a draft becomes an operation',
    injection: 'SIGKILL at every step',
  },
  { id: 'F3', fault: 'killed after Salesforce has written', injection: 'SIGKILL at every step' },
  { id: 'F4', fault: 'killed amid many operations', injection: 'worker dies at number k of 100' },
  { id: 'F5', fault: 'panel crashes', injection: 'renderer of the panel killed' },
  { id: 'F6', fault: 'tab left in mid-word', injection: 'navigation right after a key' },
  {
    id: 'F7',
    fault: 'popup closed in the middle of an action',
    injection: 'page closed after the press',
  },
  {
    id: 'F8',
    fault: 'worker stopped by the browser',
    injection: 'worker stopped between two words',
  },
  {
    id: 'F9',
    fault: 'worker killed while it fetches',
    injection: 'killed at every step, answer lost',
  },
  { id: 'F10', fault: 'worker killed anywhere', injection: 'killed at every step' },
  {
    id: 'F11',
    fault: 'worker killed twenty times in a row',
    injection: 'twenty workers over one operation',
  },
  { id: 'F12', fault: 'worker not ready to listen', injection: '“Receiving end does not exist”' },
  { id: 'F13', fault: 'extension updated under an open page', injection: 'extension reloaded' },
  { id: 'F14', fault: 'browser started with 500 operations', injection: '500 queued' },
  { id: 'F15', fault: 'computer slept for a night', injection: 'clock 14 h on, late alarms' },
  { id: 'F16', fault: 'quota used up', injection: 'every write refused: QuotaExceededError' },
  { id: 'F17', fault: 'disk full', injection: 'every write refused: ENOSPC' },
  {
    id: 'F18',
    fault: 'database replaced by an empty one',
    injection: 'another disk under the journal',
  },
  { id: 'F19', fault: 'database lost its last writes', injection: 'rows taken back or out' },
  { id: 'F20', fault: 'database does not open', injection: 'open throws UnknownError' },
  { id: 'F21', fault: 'browsing data cleared', injection: 'data of Salesforce’s origins cleared' },
  { id: 'F22', fault: 'storage short of room', injection: 'permission and diagnostics checked' },
  {
    id: 'F23',
    fault: 'update of the schema cut off',
    injection: 'upgrade aborted, 5,000 drafts, each version',
  },
  {
    id: 'F24',
    fault: 'older build over a newer database',
    injection: 'database one version ahead',
  },
  {
    id: 'F25',
    fault: 'update blocked by another context',
    injection: 'older connection left open',
  },
  { id: 'F26', fault: 'offline when sending', injection: 'network down, then up' },
  { id: 'F27', fault: 'captive portal', injection: 'HTML with 200' },
  { id: 'F28', fault: 'answer lost', injection: 'commit, then the connection is cut' },
  { id: 'F29', fault: 'server hangs', injection: 'no answer until the time is up' },
  { id: 'F30', fault: 'answer cut off', injection: 'half of the JSON' },
  { id: 'F31', fault: 'session ended', injection: '401 INVALID_SESSION_ID' },
  { id: 'F32', fault: 'limit of API calls', injection: '403 REQUEST_LIMIT_EXCEEDED' },
  { id: 'F33', fault: 'server busy', injection: '429 and 503, Retry-After' },
  { id: 'F34', fault: 'field changed meanwhile', injection: 'a colleague edits before the write' },
  { id: 'F35', fault: 'one part of the transaction fails', injection: 'one part refused' },
  { id: 'F36', fault: 'row locked', injection: 'UNABLE_TO_LOCK_ROW' },
  { id: 'F37', fault: 'validation rule', injection: 'the org refuses' },
  { id: 'F38', fault: 'opportunity deleted or merged', injection: 'record erased' },
  { id: 'F39', fault: 'owner changed meanwhile', injection: 'a colleague takes the deal' },
  { id: 'F40', fault: 'request repeated by a proxy', injection: 'request carried out twice' },
  {
    id: 'F41',
    fault: 'answer of a poll comes late',
    injection: 'answer held back over a decision',
  },
  { id: 'F42', fault: 'clock a day off', injection: 'clock set back and on' },
  {
    id: 'F43',
    fault: 'network flaps for five minutes',
    injection: 'cuts of 0 to 10 s, out, in, both',
  },
  { id: 'F44', fault: 'slow network', injection: 'each answer 1.5 s late' },
  { id: 'F45', fault: 'two tabs edit one draft', injection: 'two pages' },
  { id: 'F46', fault: 'two want to send at once', injection: 'lock held, holder killed' },
  { id: 'F47', fault: 'two devices hand off one deal', injection: 'second computer sends first' },
  { id: 'F48', fault: 'several users in one browser', injection: 'another user signs in' },
  {
    id: 'F49',
    fault: 'My Domain renamed, sandbox refreshed',
    injection: 'other host, other org id',
  },
  {
    id: 'F50',
    fault: 'user changes amid many operations',
    injection: 'another user at number 30 of 100',
  },
  {
    id: 'F51',
    fault: 'operation that cannot be sent',
    injection: 'refused, or a bug, at the head',
  },
  { id: 'F52', fault: 'many operations cancelled', injection: 'taken back at number 20 of 50' },
  { id: 'F53', fault: 'some of many operations refused', injection: '3 in 100 of 400 refused' },
  {
    id: 'F54',
    fault: 'page changes while it loads',
    injection: 'navigation while Salesforce answers',
  },
]
