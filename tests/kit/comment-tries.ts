// Every act on a comment as one request at the HTTP door, and what the domain's table says of its answer.
import {
  type DomainAct,
  type DomainRow,
  domainTable,
  expected,
  type Role,
  type StageName,
} from './domain-table'
import type { SeenSession } from './session-maker'
import type { Answer, Visitor } from './visitor'

export type Ground = 'outline' | 'draft' | 'version'
export type Wanted = 'yes' | 'window-closed' | 'not-now' | 'not-yours'

/** From the best answer to the worst: who holds two rights is answered by the better one. */
const order: readonly Wanted[] = ['yes', 'window-closed', 'not-now', 'not-yours']
export const better = (...wanted: Wanted[]): Wanted =>
  order.find((each) => wanted.includes(each)) ?? 'not-yours'

/** Whose it is and when; windows are all open or all closed. */
export interface Asker {
  readonly roles: readonly Role[]
  readonly stage: StageName
  readonly isOpen: boolean
  readonly isAuthor: boolean
}

function wantedFor(act: DomainAct, { roles, stage, isOpen, isAuthor }: Asker): Wanted {
  const row: DomainRow = domainTable[act]
  if (row.author && !isAuthor) return 'not-yours'
  const wanted = expected(act, roles, stage)
  return wanted === 'yes' && row.window && !isOpen ? 'window-closed' : wanted
}

const commentOn = {
  outline: 'commentOutline',
  draft: 'commentDraft',
  version: 'commentVersion',
} as const
const editOn = {
  outline: 'editOutlineComment',
  draft: 'editDraftComment',
  version: 'editVersionComment',
} as const

export interface Thread {
  readonly id: string
  readonly ground: Ground
  readonly author: string
  readonly body: string
}

export interface CommentTry {
  readonly name: string
  wanted(asker: Asker): Wanted
  send(visitor: Visitor): Promise<Answer>
  /** What whoever may is told: 200 or 201, or why there is nothing to do. */
  readonly done: readonly (number | string)[]
}

const answer = { verdict: 'declined', reason: 'Đã có trong văn bản' }
const done = [200, 201]

/** On one thread. Those that would end it come last, and are left out where `isLasting`. */
export function triesOn(session: SeenSession, thread: Thread): readonly CommentTry[] {
  const { id, ground, body } = thread
  const path = `/api/threads/${id}`
  const comments = (asker: Asker) => wantedFor(commentOn[ground], asker)
  const edits = (asker: Asker) => wantedFor(editOn[ground], asker)
  const answers = (asker: Asker) => wantedFor('answer', asker)
  return [
    {
      name: 'reply',
      wanted: (asker) => (answers(asker) === 'yes' ? 'yes' : comments(asker)),
      send: (visitor) => visitor.post(`${path}/replies`, { body: 'Nhất trí' }),
      done,
    },
    {
      name: 'say the same',
      wanted: (asker) => (asker.isAuthor ? 'not-yours' : comments(asker)),
      send: (visitor) => visitor.put(`${path}/agreement`, { agrees: true }),
      done,
    },
    {
      name: 'no longer say the same',
      wanted: (asker) => (asker.isAuthor ? 'not-yours' : comments(asker)),
      send: (visitor) => visitor.put(`${path}/agreement`, { agrees: false }),
      done,
    },
    { name: 'edit', wanted: edits, send: (visitor) => visitor.patch(path, { body }), done },
    {
      name: 'place anew',
      wanted: (asker) => better(answers(asker), edits(asker)),
      send: (visitor) => visitor.put(`${path}/place`, { from: {}, to: {}, quote: 'chữ' }),
      done: ['words-stand'],
    },
    {
      name: 'read the passage',
      wanted: (asker) => wantedFor('readPapers', asker),
      send: (visitor) => visitor.get(`${path}/passage`),
      done,
    },
    {
      name: 'answer',
      wanted: answers,
      send: (visitor) => visitor.post(`${path}/answer`, answer),
      done,
    },
    {
      name: 'answer with the wording put into the text',
      wanted: answers,
      send: (visitor) =>
        visitor.post(`${path}/answer`, { ...answer, wording: 'khác', apply: true }),
      // It is about the whole paper, or on the version only.
      done: ['words-gone'],
    },
    {
      name: 'answer together',
      wanted: answers,
      send: (visitor) =>
        visitor.post(`/api/sessions/${session.id}/answers`, { ...answer, threads: [id, id] }),
      done,
    },
    {
      name: 'withdraw',
      wanted: edits,
      send: (visitor) => visitor.send('DELETE', path),
      done: ['already-answered'],
    },
  ]
}

/** On a paper or a version. */
export function triesAt(session: SeenSession, ground: Ground): readonly CommentTry[] {
  const id = ground === 'version' ? session.versions.at(-1)?.id : session.documents[ground]
  const path = `/api/${ground === 'version' ? 'versions' : 'documents'}/${id}/threads`
  return [
    {
      name: `list the comments of the ${ground}`,
      wanted: (asker) =>
        ground === 'version'
          ? better(wantedFor('readVersions', asker), wantedFor('readAsGuest', asker))
          : wantedFor('readPapers', asker),
      send: (visitor) => visitor.get(path),
      done,
    },
    {
      name: `comment on the ${ground}`,
      wanted: (asker) => wantedFor(commentOn[ground], asker),
      send: (visitor) => visitor.post(path, { kind: 'understanding', body: 'Tôi hiểu như vậy.' }),
      done,
    },
  ]
}

const statusOf = { 'not-yours': 403, 'not-now': 409, 'window-closed': 409 } as const

/** What is wrong with an answer, in words; nothing when it is as wanted. */
export function complaint(
  { status, body }: Answer,
  each: CommentTry,
  wanted: Wanted,
  about: string,
): string[] {
  const isRight =
    wanted === 'yes'
      ? each.done.includes(status) || each.done.includes(body.refused)
      : status === statusOf[wanted] && body.refused === wanted
  return isRight ? [] : [`${about}: ${status} ${body.refused ?? ''}, not ${wanted}`]
}
