/** In the place of jsforce's logger: what goes between us and Salesforce is written nowhere. */
const logger = {
  createInstance: () => logger,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

export const getLogger = (): typeof logger => logger
