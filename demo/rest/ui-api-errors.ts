import { Refusal, type ErrorEntry } from '../records/refusal.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'

/**
 * Saves a record; where that is refused, the UI API says of every field what is wrong with it.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm
 */
export function savingRecord<Saved>(
  describe: ObjectDescribe,
  verb: 'create' | 'update',
  save: () => Saved,
): Saved {
  try {
    return save()
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error
    const body = [errorWithOutput(describe, verb, error.entries)]
    throw new Refusal(error.status, error.entries, { body })
  }
}

function errorWithOutput(describe: ObjectDescribe, verb: string, entries: readonly ErrorEntry[]) {
  const found = entries.flatMap((entry) => exceptionsOf(describe, entry))
  const fields = new Set(found.flatMap(({ field }) => field ?? []))
  return {
    errorCode: entries[0]?.errorCode,
    message: `An error occurred while trying to ${verb} the record. Please try again.`,
    enhancedErrorType: 'RecordError',
    output: {
      errors: found.filter(({ field }) => field === null),
      fieldErrors: Object.fromEntries(
        Array.from(fields, (name) => [name, found.filter(({ field }) => field === name)] as const),
      ),
    },
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_exception_error.htm */
function exceptionsOf(describe: ObjectDescribe, { errorCode, message, fields = [] }: ErrorEntry) {
  const names = fields.length > 0 ? fields : [null]
  return names.map((name) => {
    const field = name === null ? undefined : fieldOf(describe, name)
    return {
      constituentField: null,
      duplicateRecordError: null,
      errorCode,
      field: field?.name ?? name,
      fieldLabel: field?.label ?? null,
      message,
    }
  })
}
