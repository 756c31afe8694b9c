// Words of a change: what was put in and taken out is told by a sign and by colour, and to those who listen.
import { createElement, Fragment, type ReactNode } from 'react'
import type { Segment } from '../../../shared/changes/segments'
import { paragraphBreak } from '../../../shared/changes/word-matches'
import { useWords } from '../words/words'

/** Which side's words are shown; `both` in one text. */
export type Shown = 'a' | 'b' | 'both'

const tags: Record<string, string> = { bold: 'strong', italic: 'em', underline: 'u', link: 'u' }

const marksOf = (form: string): string[] =>
  form === ''
    ? []
    : (JSON.parse(form) as { type: string }[]).flatMap(({ type }) => tags[type] ?? [])

const isShown = ({ kind }: Segment, shown: Shown) =>
  shown === 'both' || (kind !== 'inserted' && kind !== 'deleted')
    ? true
    : (kind === 'deleted') === (shown === 'a')

function lines(text: string): ReactNode {
  return text.split('\n').map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change places
    <Fragment key={i}>
      {i > 0 && <br />}
      {line}
    </Fragment>
  ))
}

function formed(segment: Segment, shown: Shown): ReactNode {
  const form = shown === 'a' || segment.kind === 'deleted' ? segment.formA : segment.formB
  const { text } = segment
  const words = text === paragraphBreak ? '¶ ' : lines(text)
  return marksOf(form).reduce<ReactNode>((inner, tag) => createElement(tag, null, inner), words)
}

export function ChangeWords({ segments, shown }: { segments: readonly Segment[]; shown: Shown }) {
  const { t } = useWords()
  const heard = (before: string) => <span className="visually-hidden"> [{before} </span>
  const end = <span className="visually-hidden">] </span>
  return segments
    .filter((segment) => isShown(segment, shown))
    .map((segment) => {
      const key = `${segment.kind} ${segment.atA} ${segment.atB}`
      const words = formed(segment, shown)
      switch (segment.kind) {
        case 'inserted':
          return (
            <ins key={key} className="change-in">
              {heard(t('changes.wordsInserted'))}
              {words}
              {end}
            </ins>
          )
        case 'deleted':
          return (
            <del key={key} className="change-out">
              {heard(t('changes.wordsDeleted'))}
              {words}
              {end}
            </del>
          )
        case 'reformed':
          return (
            <span key={key} className="change-form">
              {heard(t('changes.wordsReformed'))}
              {words}
              {end}
            </span>
          )
        default:
          return <Fragment key={key}>{words}</Fragment>
      }
    })
}

/** The segments of each paragraph of a side. */
export function paragraphsOf(segments: readonly Segment[], side: 'a' | 'b'): Segment[][] {
  const paragraphs: Segment[][] = [[]]
  for (const segment of segments) {
    if (segment.text === paragraphBreak && isShown(segment, side)) paragraphs.push([])
    else paragraphs.at(-1)?.push(segment)
  }
  return paragraphs
}
