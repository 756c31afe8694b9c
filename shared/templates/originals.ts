// The templates as they come with the program, in both languages.
import type { PaperNode } from '../document/outline'
import * as enAfter from './en-after'
import * as enBefore from './en-before'
import { documentOf, type TemplateKind, type Templates } from './kinds'
import * as viAfter from './vi-after'
import * as viBefore from './vi-before'

const originals = {
  vi: { ...viBefore.beforeMeeting, ...viAfter.afterMeeting },
  en: { ...enBefore.beforeMeeting, ...enAfter.afterMeeting },
} as const satisfies Record<'vi' | 'en', Templates>

/** The template of a kind as a document, its fields still in braces. */
export const originalOf = (kind: TemplateKind, language: 'vi' | 'en' = 'vi'): PaperNode =>
  documentOf(originals[language][kind])
