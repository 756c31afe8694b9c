// One JSON line a fact, on standard error.

type Facts = Record<string, string | number | boolean | null | undefined>

/** Never give it a text's content, a password or a token. */
export function log(fact: string, facts: Facts = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), fact, ...facts })}\n`)
}

/** An unexpected error: a bug, or a failing machine. */
export function logError(fact: string, error: unknown, facts: Facts = {}): void {
  log(fact, {
    ...facts,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
}
