// To whom the client IDs of one paper belong.

/** Client IDs under which the server itself writes belong to this owner. */
export const serverOwner = '(server)'

interface OwnersParts {
  /** As the log tells. */
  readonly known: ReadonlyMap<number, string>
  /** Client IDs that wrote here. */
  readonly written: Iterable<number>
  /** The person in whose caret a client ID is seen. */
  readonly holderOf: (clientId: number) => string | undefined
}

/**
 * A client ID belongs to one person for ever. After a kill the others may hold, unacknowledged,
 * what its author was told to have been shown but not saved; their step 2 brings it back, and
 * it stays nobody's until its author goes on.
 */
export class Owners {
  readonly #owners: Map<number, string>
  /** Client IDs that wrote here and belong to nobody yet: whoever goes on under one owns it. */
  readonly #ownerless = new Set<number>()
  readonly #holderOf: OwnersParts['holderOf']

  constructor({ known, written, holderOf }: OwnersParts) {
    this.#owners = new Map(known)
    this.#holderOf = holderOf
    for (const clientId of written) {
      if (!this.#owners.has(clientId)) this.#ownerless.add(clientId)
    }
  }

  /** Who wrote under a client ID; `null` for the server, and where nobody knows. */
  authorOf(clientId: number): string | null {
    const owner = this.#owners.get(clientId)
    return owner === undefined || owner === serverOwner ? null : owner
  }

  mayHold(clientId: number, personId: string): boolean {
    const owner = this.#owners.get(clientId)
    return owner === undefined || owner === personId
  }

  /** `isMending`: what this person brings back may be another's. */
  ownerFor(clientId: number, personId: string, isMending: boolean): string | undefined {
    const owner = this.#owners.get(clientId)
    if (isMending && owner !== serverOwner) return personId
    if (owner !== undefined) return owner
    // An ID seen in someone's caret is that person's before they have written a word.
    return this.#holderOf(clientId) ?? (this.#ownerless.has(clientId) ? personId : undefined)
  }

  claimForServer(clientId: number): (readonly [number, string])[] {
    if (this.#owners.has(clientId)) return []
    this.#owners.set(clientId, serverOwner)
    return [[clientId, serverOwner]]
  }

  /** Whoever wrote under these owns those that are new or nobody's; returns what the log must keep. */
  claim(
    writers: Iterable<number>,
    newClients: readonly number[],
    personId: string,
    isMending: boolean,
  ): (readonly [number, string])[] {
    if (isMending) {
      for (const clientId of newClients) this.#ownerless.add(clientId)
      return []
    }
    const named = new Set(newClients)
    for (const clientId of writers) if (this.#ownerless.delete(clientId)) named.add(clientId)
    for (const clientId of named) this.#owners.set(clientId, personId)
    return [...named].map((clientId) => [clientId, personId] as const)
  }
}
