// The cell: the organisation whose members work together, and its rule set.
import { z } from 'zod'
import { paperStyles } from '../facts/cell'
import { criteria } from './self-score'

/** Days before (negative) or after the session day S; source: the domain's defaults. */
export const ruleSet = z.object({
  outlineDueDays: z.int(),
  outlineCommentsCloseDays: z.int(),
  draftDueDays: z.int(),
  draftCommentsCloseDays: z.int(),
  passByDays: z.int(),
  papersOutDays: z.int(),
  finalTextDays: z.int(),
  passRequired: z.boolean(),
  minimumMinutes: z.int().positive(),
  minimumMinutesCombined: z.int().positive(),
  /** By which a session is scored; the usual ones where nothing is said. */
  criteria: criteria.optional(),
})
export type RuleSet = z.infer<typeof ruleSet>

const daysBefore = z.int().min(-365).max(0)
const minutes = z.int().min(1).max(1440)
/** What the leaders may set: each deadline on its own side of the meeting, within a year; `null`, the usual criteria. */
export const ruleSetWish = ruleSet.extend({
  outlineDueDays: daysBefore,
  outlineCommentsCloseDays: daysBefore,
  draftDueDays: daysBefore,
  draftCommentsCloseDays: daysBefore,
  passByDays: daysBefore,
  papersOutDays: daysBefore,
  finalTextDays: z.int().min(0).max(365),
  minimumMinutes: minutes,
  minimumMinutesCombined: minutes,
  /** A score is kept under its criterion's name. */
  criteria: criteria
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length)
    .nullable(),
})
export type RuleSetWish = z.infer<typeof ruleSetWish>
export const ruleChanges = ruleSetWish.partial()

/** Guidance 12-HD/BTCTW (2018) and 42-HD/BTCTW (2025) leave these to the cell. */
export const defaultRuleSet: RuleSet = {
  outlineDueDays: -20,
  outlineCommentsCloseDays: -17,
  draftDueDays: -10,
  draftCommentsCloseDays: -4,
  passByDays: -2,
  papersOutDays: -1,
  finalTextDays: 2,
  passRequired: true,
  minimumMinutes: 90,
  minimumMinutesCombined: 120,
}

export const cell = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(200),
  parentName: z.string().trim().max(200),
  place: z.string().trim().max(100),
  ruleSet,
  /** The form its papers leave in unless another is chosen; the Party's where nothing is said. */
  paperStyle: z.enum(paperStyles).optional(),
  createdAt: z.iso.datetime(),
})
export type Cell = z.infer<typeof cell>
