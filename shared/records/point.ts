// A named point in the history of a live paper.
import { z } from 'zod'

/** named: somebody named it · the others are kept by the program, before something great is done, or at a move. */
export const pointKinds = ['named', 'restore', 'import', 'move'] as const

export const point = z.object({
  id: z.string(),
  sessionId: z.string(),
  documentId: z.string(),
  kind: z.enum(pointKinds),
  /** What somebody called it; before a restore the version's number or the moment, before an import the file; at a move its act. */
  name: z.string().trim().min(1).max(200),
  by: z.string(),
  at: z.iso.datetime(),
  /** The moment of the history that it names: milliseconds since the epoch. */
  moment: z.int().nonnegative(),
  /** SHA-256 of the canonical text. */
  sha256: z.string(),
})
export type Point = z.infer<typeof point>

export const newPoint = point.pick({ name: true })

/** What is put back into a live paper: a version of its session, or a moment of its own history. */
export const restoreWish = z.union([
  z.object({ version: z.string().max(40) }),
  z.object({ moment: z.int().nonnegative() }),
])
export type RestoreWish = z.infer<typeof restoreWish>
