// The nine stages of a session and the moves between them.

export const stages = [
  'planned',
  'outline',
  'draft',
  'frozen',
  'inSession',
  'revising',
  'submitted',
  'approved',
  'archived',
] as const
export type Stage = (typeof stages)[number]

/** One move: `pass` stays in its stage and is recorded there. */
export interface Move {
  readonly from: Stage
  readonly to: Stage
}

export const moves = {
  assign: { from: 'planned', to: 'outline' },
  startDraft: { from: 'outline', to: 'draft' },
  pass: { from: 'draft', to: 'draft' },
  freeze: { from: 'draft', to: 'frozen' },
  reopen: { from: 'frozen', to: 'draft' },
  open: { from: 'frozen', to: 'inSession' },
  close: { from: 'inSession', to: 'revising' },
  submit: { from: 'revising', to: 'submitted' },
  approve: { from: 'submitted', to: 'approved' },
  return: { from: 'submitted', to: 'revising' },
  archive: { from: 'approved', to: 'archived' },
} as const satisfies Record<string, Move>
export type MoveAct = keyof typeof moves
export const moveActs = Object.keys(moves) as [MoveAct, ...MoveAct[]]

/** Moves that are refused without a reason. */
export const movesWithReason: readonly MoveAct[] = ['reopen', 'return']

/** The stages from `first` on, in order. */
export function stagesFrom(first: Stage): readonly Stage[] {
  return stages.slice(stages.indexOf(first))
}
