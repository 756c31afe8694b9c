// Prints the table of rights, the moves and the refusals for docs/rules.md.
import { refusals } from './refusals'
import { type Act, acts, type Right, rights } from './rights'
import { posts, seats } from './roles'
import { moves, stages } from './stages'

const mark = (condition: boolean) => (condition ? '●' : '')
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function condition(act: Act): string {
  const { window, handedTo, authorOnly, untilAgreed, responsibleOnly }: Right = rights[act]
  return [
    window && `inside the ${window} window`,
    handedTo && `or ${handedTo.join(', ')} while handed the projector`,
    untilAgreed && 'until the minutes are agreed',
    responsibleOnly && 'their own task',
    authorOnly && 'its author, before it is answered',
  ]
    .filter(Boolean)
    .join('; ')
}

/** Markdown; docs/rules.md holds it between its two markers, and a test compares the two. */
export function rulesPage(): string {
  const who = acts.map((act) => {
    const right: Right = rights[act]
    return [
      `\`${act}\``,
      ...posts.map((post) => mark(right.posts.includes(post))),
      ...seats.map((seat) => mark(right.seats.includes(seat))),
      condition(act),
    ]
  })
  const when = acts.map((act) => {
    const right: Right = rights[act]
    return [`\`${act}\``, ...stages.map((stage) => mark(right.stages.includes(stage)))]
  })
  const steps = Object.entries(moves).map(([act, { from, to }]) => [`\`${act}\``, from, to])
  const noes = Object.entries(refusals).map(([code, { status, close }]) => [
    `\`${code}\``,
    String(status),
    close === null ? '' : String(close),
  ])
  return [
    '### Who',
    table(['act', ...posts, ...seats, 'on condition'], who),
    '### When',
    table(['act', ...stages], when),
    '### Moves',
    table(['act', 'from', 'to'], steps),
    '### Refusals',
    table(['code', 'HTTP', 'close'], noes),
  ].join('\n\n')
}
