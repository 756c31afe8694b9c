// Acts on one session run one after the other: whoever clicks twice or at the same time.

const tails = new Map<string, Promise<unknown>>()

/** Runs `work` after every earlier one under the same key has ended, well or badly. */
export function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve()
  const turn = before.then(work, work)
  const ended = turn.then(
    () => null,
    () => null,
  )
  tails.set(key, ended)
  void ended.then(() => {
    if (tails.get(key) === ended) tails.delete(key)
  })
  return turn
}
