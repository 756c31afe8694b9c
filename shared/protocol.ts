// The wire of /sync: y-websocket's message types, ours from 100 on, and the schema version.

/** y-protocols: 0 sync, 1 awareness, 2 auth, 3 query awareness. */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
} as const
/** y-protocols/sync: inside a sync message. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/** Raised whenever a node, mark or attribute is added; a client with another one must reload. */
export const schemaVersion = 2
/** The query parameter in which our own client says its schema version. */
export const schemaParameter = 'schema'

/** The name of the Yjs root that holds a paper's text. */
export const rootName = 'default'

/** True for a frame that carries an update: step 2 or update, the frames that `saved(n)` counts. */
export const isWritingFrame = (frame: Uint8Array): boolean =>
  frame[0] === messageType.sync && (frame[1] === syncType.step2 || frame[1] === syncType.update)
