// Every word on screen in English; the keys are those of vi.ts.
import { first } from './en/first'
import { rest } from './en/rest'

export const en = { ...first, ...rest }
