// What is sent again because its answer was lost is not done again: it gets the answer of the first time. [H6]
import type { Context, Next } from 'hono'
import type { Login } from '../../shared/records/person'

/** As many answers as this are remembered, and none that is longer. */
const most = { answers: 500, letters: 32_768, key: 64 }

interface Given {
  readonly words: string
  readonly status: number
  readonly headers: [string, string][]
}

/** By login, door and key, the oldest first; those under way are in it too. `null`: nothing was done. */
const given = new Map<string, Promise<Given | null>>()

const answered = ({ words, status, headers }: Given) => new Response(words, { status, headers })

async function done(context: Context, next: Next): Promise<Given | null> {
  await next()
  if (!context.res.ok) return null
  const { status, headers } = context.res
  return { words: await context.res.clone().text(), status, headers: [...headers] }
}

/**
 * A `POST` with an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header) is done once a
 * login, door and key: the second waits for the first. A refusal is not remembered. What was done
 * is forgotten with the oldest, and when the program ends.
 */
export async function once(
  context: Context,
  next: Next,
  login: Login,
): Promise<Response | undefined> {
  const key = context.req.header('idempotency-key')
  if (context.req.method !== 'POST' || !key || key.length > most.key) {
    await next()
    return undefined
  }
  const name = [login.id, context.req.path, key].join('\n')
  for (let before = given.get(name); before; before = given.get(name)) {
    const answer = await before
    if (answer) return answered(answer)
  }
  const work = done(context, next).then((answer) => {
    // Gone before those who wait for it wake: the first of them does it then.
    if (!answer || answer.words.length > most.letters) given.delete(name)
    return answer
  })
  given.set(name, work)
  await work
  for (const oldest of given.keys()) {
    if (given.size <= most.answers) break
    given.delete(oldest)
  }
  return undefined
}
