// How the big screens look and what they show instead of the text: set by the leader, shared by all.
import { z } from 'zod'
import { leastSize, mostSize, screenLayouts, screenThemes, shownKinds } from '../facts/screen'

const version = z.string().min(1).max(40)
const letter = z.int().min(0).max(100_000)

/** Letters `[from, to)` of a numbered paragraph; a line break counts as one. */
export const highlight = z
  .object({ version, paragraph: z.int().positive().max(100_000), from: letter, to: letter })
  .refine(({ from, to }) => from < to)
export type ScreenHighlight = z.infer<typeof highlight>

/** `id` is empty for the programme. */
export const showing = z.object({
  kind: z.enum(shownKinds),
  id: z.string().max(40),
  /** Which part of what is longer than a screen. */
  page: z.int().min(0).max(500).optional(),
})
export type Showing = z.infer<typeof showing>

export const screen = z.object({
  theme: z.enum(screenThemes),
  size: z.int().min(leastSize).max(mostSize),
  layout: z.enum(screenLayouts),
  isBlank: z.boolean(),
  highlight: highlight.nullable(),
  showing: showing.nullable(),
  /** What a speaker is given, if the leader wants a clock for it. */
  speakingMinutes: z.int().min(1).max(60).nullable(),
})
export type Screen = z.infer<typeof screen>
export type ScreenTheme = Screen['theme']

/** A spot at a letter of a paragraph: told, and never kept. */
export const pointer = z.object({ version, paragraph: z.int().positive().max(100_000), at: letter })
export type Pointer = z.infer<typeof pointer>
