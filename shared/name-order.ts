// People in the order of a Vietnamese list: by given name, which comes last, then by the rest.

const collator = new Intl.Collator('vi')
const givenFirst = (name: string) => {
  const words = name.trim().split(/\s+/)
  return `${words.at(-1)} ${words.slice(0, -1).join(' ')}`
}

export const byGivenName = (one: { name: string }, other: { name: string }): number =>
  collator.compare(givenFirst(one.name), givenFirst(other.name))
