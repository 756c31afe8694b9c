// The environment as one frozen object; a bad value stops the start and names itself.
import { resolve } from 'node:path'
import { z } from 'zod'

const whole = (fallback: number) => z.coerce.number().int().positive().default(fallback)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z.url().optional(),
  /** How long an empty room stays in memory. */
  ROOM_IDLE_MS: whole(30_000),
  /** Sockets of one person, all documents together. */
  MAX_CONNECTIONS_PER_PERSON: whole(120),
  /** Frames a second from one socket that carry no update: carets, questions. */
  MAX_FRAMES_PER_SECOND: whole(500),
  MAX_BYTES_PER_SECOND: whole(2 * 1024 * 1024),
  /** One frame; more closes the socket with 1009. */
  MAX_FRAME_BYTES: whole(1024 * 1024),
  /** Unsent bytes to one slow reader before its socket is closed. */
  MAX_BUFFERED_BYTES: whole(4 * 1024 * 1024),
  /** For the headers of a request, and for finding out who sent it. */
  AUTHENTICATE_WITHIN_MS: whole(5000),
  /** For a whole request with its body. */
  REQUEST_WITHIN_MS: whole(30_000),
  /** Failed sign-ins per account and per address before a pause. */
  SIGN_IN_TRIES: whole(10),
  SIGN_IN_TRIES_PER_ADDRESS: whole(100),
  SIGN_IN_PAUSE_SECONDS: whole(300),
  /** `open` lets /metrics be read from any address. */
  METRICS: z.enum(['loopback', 'open']).default('loopback'),
})

/** Reads the environment. Throws with the variable's name when a value is unusable. */
export function readConfig(from: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`configuration: ${wrong.join('; ')}`)
  }
  const env = read.data
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    publicUrl: env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL),
    roomIdleMs: env.ROOM_IDLE_MS,
    maxConnectionsPerPerson: env.MAX_CONNECTIONS_PER_PERSON,
    maxFramesPerSecond: env.MAX_FRAMES_PER_SECOND,
    maxBytesPerSecond: env.MAX_BYTES_PER_SECOND,
    maxFrameBytes: env.MAX_FRAME_BYTES,
    maxBufferedBytes: env.MAX_BUFFERED_BYTES,
    authenticateWithinMs: env.AUTHENTICATE_WITHIN_MS,
    requestWithinMs: env.REQUEST_WITHIN_MS,
    signInTries: env.SIGN_IN_TRIES,
    signInTriesPerAddress: env.SIGN_IN_TRIES_PER_ADDRESS,
    signInPauseSeconds: env.SIGN_IN_PAUSE_SECONDS,
    metricsOpen: env.METRICS === 'open',
  })
}
export type Config = ReturnType<typeof readConfig>
