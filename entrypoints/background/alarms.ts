/** The names of the alarms that wake the worker. */
export const alarms = { send: 'send', poll: 'poll' } as const

/** How often the alarm rings; whether Salesforce is asked is decided each time. */
export const pollEvery = 5

/** Fired in the worker itself when a short wait is over. */
export const goOnEvent = 'segue-go-on'
