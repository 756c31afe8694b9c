// The table of comments and their answers: one row a comment, totals, and what each person did.
import type { Place } from '../document/places'
import { commentKinds, verdicts } from '../facts/thread'
import { byGivenName } from '../name-order'
import type { ThreadView } from '../records/thread'
import type { AnswersRow, AnswersTable, Named, Tally } from './answers-schema'

/** Threads that stand on one paper, and where. */
export interface Round {
  readonly version: number | null
  readonly threads: readonly ThreadView[]
  /** `null` where the words are no longer in the paper. */
  readonly placeOf: (thread: ThreadView) => Place | null
  readonly personOf: (username: string) => Named
  /** Names in the place of `@username`. */
  readonly spoken: (text: string) => string
}

const standingOrder = ['whole', 'words', 'deleted'] as const

/** About the whole paper first, then as the paper is read, then what was deleted. */
export function rowsOf(round: Round): AnswersRow[] {
  const { threads, placeOf } = round
  const rows = threads
    .filter(({ state }) => state !== 'withdrawn')
    .map((one) => {
      const place = one.quote === '' ? null : placeOf(one)
      return { row: rowOf(one, place, round), at: place?.at ?? 0 }
    })
  const rank = ({ stands }: AnswersRow) => standingOrder.indexOf(stands)
  rows.sort(
    (a, b) =>
      rank(a.row) - rank(b.row) ||
      a.at - b.at ||
      a.row.createdAt.localeCompare(b.row.createdAt) ||
      a.row.thread.localeCompare(b.row.thread),
  )
  return rows.map(({ row }) => row)
}

function rowOf(one: ThreadView, place: Place | null, round: Round): AnswersRow {
  const { version, personOf, spoken } = round
  const { ground, documentId, quote, kind, replacement, createdAt } = one
  const last = one.answers.at(-1)
  const agreed = [...new Set(one.agreed)].map(personOf).sort(byGivenName)
  return {
    thread: one.id,
    ground,
    documentId,
    version,
    stands: quote === '' ? 'whole' : place ? 'words' : 'deleted',
    headings: [...(place?.headings ?? [])],
    paragraphs: place?.paragraphs ? [...place.paragraphs] : null,
    quote,
    kind,
    body: spoken(one.body),
    ...(replacement !== undefined && { replacement }),
    author: personOf(one.author),
    agreed,
    verdict: last?.verdict ?? null,
    reason: spoken(last?.reason ?? ''),
    wording: last?.wording ?? '',
    createdAt,
    answeredAt: last?.at ?? null,
  }
}

function tallyOf(rows: readonly AnswersRow[]): Tally {
  const of = <Name extends string>(names: readonly Name[], holds: (row: AnswersRow) => unknown) =>
    Object.fromEntries(
      names.map((name) => [name, rows.filter((row) => holds(row) === name).length]),
    ) as Record<Name, number>
  return {
    comments: rows.length,
    open: rows.filter(({ verdict }) => verdict === null).length,
    verdicts: of(verdicts, ({ verdict }) => verdict),
    kinds: of(commentKinds, ({ kind }) => kind),
  }
}

/** Totals and contributions follow from the rows alone: a part of them is a table as well. */
export function tableOf(rows: readonly AnswersRow[]): AnswersTable {
  const agreements = rows.flatMap(({ agreed }) => agreed)
  const people = new Map([...rows.map(({ author }) => author), ...agreements].map(keyed))
  const written = grouped(rows, ({ author }) => author.username)
  const agreedBy = grouped(agreements, ({ username }) => username)
  return {
    rows: [...rows],
    totals: { ...tallyOf(rows), agreements: agreements.length },
    contributions: [...people.values()]
      .sort((a, b) => byGivenName(a, b) || a.username.localeCompare(b.username))
      .map((one) => ({
        person: one,
        ...tallyOf(written.get(one.username) ?? []),
        agreements: agreedBy.get(one.username)?.length ?? 0,
      })),
  }
}

const keyed = (one: Named) => [one.username, one] as const

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
