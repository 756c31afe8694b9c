// The meeting itself: its programme, the item under way, who asked to speak and who speaks.
import { z } from 'zod'
import { programmeKinds } from '../facts/meeting'
import { username } from './person'

const instant = z.iso.datetime()
const id = z.string().min(1).max(40)

/** A paper of the same session that an item is about. */
export const itemPaper = z.object({ kind: z.enum(['outline', 'draft', 'version']), id })
export type ItemPaper = z.infer<typeof itemPaper>

export const programmeItem = z.object({
  id,
  kind: z.enum(programmeKinds),
  title: z.string().trim().min(1).max(300),
  person: username.nullable(),
  minutes: z.int().min(1).max(480),
  /** Programmes of earlier releases name none. */
  papers: z.array(itemPaper).max(10).optional(),
})
export type ProgrammeItem = z.infer<typeof programmeItem>

/** One wish to speak, in the order they were made; called, then ended. */
export const speaker = z.object({
  id,
  username,
  askedAt: instant,
  /** The numbered paragraph it is about. */
  paragraph: z.int().positive().max(100_000).nullable(),
  calledAt: instant.nullable(),
  endedAt: instant.nullable(),
})
export type Speaker = z.infer<typeof speaker>

export const programme = z.array(programmeItem).max(60)
export const meeting = z.object({
  programme,
  running: z.object({ item: id, since: instant }).nullable(),
  speakers: z.array(speaker).max(5000),
  /** What has been taken into the minutes: speakers, comments and votes by their ids. */
  recorded: z.array(id),
})
export type Meeting = z.infer<typeof meeting>
export const emptyMeeting: Meeting = {
  programme: [],
  running: null,
  speakers: [],
  recorded: [],
}
