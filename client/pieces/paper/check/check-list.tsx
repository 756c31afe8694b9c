// What the paper may still lack, each with a way to it.
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import type { PaperNode } from '../../../../shared/document/outline'
import { checkPaper, type Finding, lacks } from '../../../../shared/document/paper-check'
import type { Paper } from '../../../../shared/rights'
import { useWords } from '../../words/words'
import './check-list.css'

const findingsIn = ({ state }: Editor, paper: Paper) =>
  checkPaper(state.doc.toJSON() as PaperNode, paper)

/** To the words as they stand now: others may have written since the list was made. */
function goTo(editor: Editor, paper: Paper, { lack, words, from }: Finding): void {
  const near = findingsIn(editor, paper)
    .filter((one) => one.lack === lack && one.words === words)
    .sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from))
  const found = near[0]
  const range = found && found.lack !== 'noBasis' ? { from: found.from, to: found.to } : 0
  editor.commands.setTextSelection(range)
  editor.view.focus()
  const { node } = editor.view.domAtPos(typeof range === 'number' ? range : range.from)
  const shown = node.nodeType === 3 ? node.parentElement : node
  if (shown instanceof Element) shown.scrollIntoView({ block: 'center' })
}

interface CheckListProps {
  editor: Editor
  paper: Paper
  /** Before one is brought to a place: whatever lies over the paper goes. */
  onGo: () => void
}

/** So many of a kind are enough to begin with. */
const mostShown = 12

export function CheckList({ editor, paper, onGo }: CheckListProps) {
  const { t } = useWords()
  const found = useMemo(() => findingsIn(editor, paper), [editor, paper])
  const go = (finding: Finding) => {
    onGo()
    // After the dialog has given the focus back.
    setTimeout(() => !editor.isDestroyed && goTo(editor, paper, finding))
  }
  const placeOf = ({ number, heading }: Finding) =>
    [number !== null && t('desk.paragraph', { number }), heading].filter(Boolean).join(' · ')
  if (found.length === 0) return <p className="check-none">{t('desk.checkNothing')}</p>
  return (
    <div className="check-list">
      {lacks.map((lack) => {
        const own = found.filter((one) => one.lack === lack)
        if (own.length === 0) return null
        return (
          <section key={lack}>
            <h3>
              {t(`desk.${lack}`)} {own.length > 1 && <span>({own.length})</span>}
            </h3>
            {lack === 'noBasis' ? (
              <p>{t('desk.noBasisHint')}</p>
            ) : (
              <ul>
                {own.slice(0, mostShown).map((finding) => (
                  <li key={`${finding.from}-${finding.to}`}>
                    <button type="button" onClick={() => go(finding)}>
                      <b>{lack === 'placeholder' ? finding.around : finding.words}</b>
                      {lack !== 'emptySection' && <small>{placeOf(finding)}</small>}
                    </button>
                  </li>
                ))}
                {own.length > mostShown && (
                  <li>{t('desk.andMore', { count: own.length - mostShown })}</li>
                )}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}
