// How papers and pages call people whom records name by username.

/** A username that nobody has is shown as it is. */
export function namesOf(
  people: readonly { readonly username: string; readonly name: string }[],
): (username: string) => string {
  const names = new Map(people.map(({ username, name }) => [username, name]))
  return (username) => names.get(username) ?? username
}
