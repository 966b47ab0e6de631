/**
 * The version of everything that outlives an isolate: frames, attachments, cursors, object rows.
 * New fields are optional and meanings do not change; what cannot keep to that raises `version`.
 *
 *   1  the first
 */
export const version = 1;

/** The oldest version that a client may speak: below it, its socket is closed with 4005. */
export const versionFloor = 1;

/** Of the frames and events, as version.test.ts reads them off the schemas: it says what to do when it changes. */
export const shape = 'ad38e9c79250a1da';
