// The paper's headings as a way through it, with the number of unanswered comments in each section.
import type { Node } from '@tiptap/pm/model'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { firstFrom } from '../first-from'
import { useWords } from '../words/words'
import { threadPositions } from './marked-words'
import './contents.css'

interface Heading {
  readonly position: number
  readonly level: number
  readonly sign: string
  readonly words: string
  readonly unanswered: number
}

/** `II- THỰC TRẠNG` → `II`, `Thực trạng`: capitals are the form's, a list reads better without. */
function partedTitle(text: string): [sign: string, words: string] {
  const [, sign = '', rest = text] =
    /^\s*([IVXL]+|\d+(?:\.\d+)*|[a-zđ])\s*[-–.)]+\s*(.+)$/u.exec(text) ?? []
  if (rest !== rest.toLocaleUpperCase('vi')) return [sign, rest]
  const low = rest
    .split(' ')
    .map((word) => (/^[IVXLC]+$/.test(word) ? word : word.toLocaleLowerCase('vi')))
    .join(' ')
  return [sign, low.charAt(0).toLocaleUpperCase('vi') + low.slice(1)]
}

/** Nodes never change, so what a heading says is worked out once. */
const titles = new WeakMap<Node, [sign: string, words: string]>()

function titleOf(heading: Node): [sign: string, words: string] {
  const known = titles.get(heading)
  if (known) return known
  const title = partedTitle(heading.textContent)
  titles.set(heading, title)
  return title
}

let last: { doc: Node; open: ReadonlySet<string>; found: Heading[] } | null = null

/** A caret that moves changes nothing here. */
function headingsOf(editor: Editor, open: ReadonlySet<string>): Heading[] {
  const { doc } = editor.state
  if (last?.doc !== doc || last.open !== open) last = { doc, open, found: findHeadings(doc, open) }
  return last.found
}

function findHeadings(doc: Node, open: ReadonlySet<string>): Heading[] {
  const found: { position: number; level: number; block: Node }[] = []
  doc.forEach((block, position) => {
    if (block.type.name === 'heading' && titleOf(block).join('').trim() !== '') {
      found.push({ position, level: Number(block.attrs.level), block })
    }
  })
  const at = open.size
    ? [...threadPositions(doc)]
        .flatMap(([thread, position]) => (open.has(thread) ? [position] : []))
        .sort((a, b) => a - b)
    : []
  const before = (position: number) => firstFrom(at.length, (index) => at[index] ?? 0, position)
  return found.map(({ position, level, block }, index) => {
    // A top section counts what its parts hold too.
    const next = found.slice(index + 1).find((other) => other.level <= level)
    const end = next?.position ?? doc.content.size + 1
    const [sign, words] = titleOf(block)
    const unanswered = before(end) - before(position)
    return { position, level, sign, words, unanswered }
  })
}

interface ContentsProps {
  editor: Editor
  /** Threads that wait for an answer. */
  open: ReadonlySet<string>
  /** What scrolls the paper. */
  scroller: RefObject<HTMLElement | null>
  onPick?: () => void
}

/** The last heading above the upper third of what is seen. */
function useHeadingInView(
  editor: Editor,
  headings: Heading[],
  scroller: ContentsProps['scroller'],
) {
  const [current, setCurrent] = useState<number | null>(null)
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let frame = 0
    const look = () => {
      frame = 0
      const line = box.getBoundingClientRect().top + box.clientHeight / 3
      const above = headings.filter(({ position }) => {
        const element = editor.view.nodeDOM(position)
        return element instanceof HTMLElement && element.getBoundingClientRect().top < line
      })
      setCurrent(above.at(-1)?.position ?? headings[0]?.position ?? null)
    }
    const scrolled = () => {
      frame ||= requestAnimationFrame(look)
    }
    /** Where one writes tells more than what is at the top of the page. */
    const moved = () => {
      if (!editor.isFocused) return
      cancelAnimationFrame(frame)
      frame = 0
      const { head } = editor.state.selection
      const after = firstFrom(headings.length, (index) => headings[index]?.position ?? 0, head)
      setCurrent(headings[Math.max(after - 1, 0)]?.position ?? null)
    }
    // With the frame: while somebody types, the page is not laid out once more for this.
    if (editor.isFocused) moved()
    else scrolled()
    box.addEventListener('scroll', scrolled, { passive: true })
    editor.on('selectionUpdate', moved)
    return () => {
      box.removeEventListener('scroll', scrolled)
      editor.off('selectionUpdate', moved)
      cancelAnimationFrame(frame)
    }
  }, [editor, headings, scroller])
  return current
}

export function Contents({ editor, open, scroller, onPick }: ContentsProps) {
  const { t } = useWords()
  const headings = useEditorState({
    editor,
    selector: ({ editor: current }) => headingsOf(current, open),
  })
  const current = useHeadingInView(editor, headings, scroller)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (current === null) return
    const shown = list.current?.querySelector('[aria-current]')
    const pane = shown?.closest('.editor-drawer')
    if (!shown || !pane || pane.scrollHeight <= pane.clientHeight) return
    // The pane alone: what is read stays where it is.
    const [own, seen] = [shown.getBoundingClientRect(), pane.getBoundingClientRect()]
    if (own.top < seen.top) pane.scrollTop -= seen.top - own.top
    else if (own.bottom > seen.bottom) pane.scrollTop += own.bottom - seen.bottom
  }, [current])
  /** By key the caret goes along, and the next letter is written there. */
  const go = (position: number, isByKey: boolean) => {
    if (isByKey && editor.isEditable) {
      const end = position + (editor.state.doc.nodeAt(position)?.nodeSize ?? 2) - 1
      editor.commands.setTextSelection(end)
      // At once: the next key is meant for the paper.
      editor.view.focus()
    }
    const element = editor.view.nodeDOM(position)
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (element instanceof HTMLElement) {
      element.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' })
    }
    onPick?.()
  }
  /** Up and down through the list, as well as by Tab. */
  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const next = buttons[buttons.indexOf(event.target as HTMLButtonElement) + by]
    event.preventDefault()
    next?.focus()
  }
  return (
    <nav className="contents" aria-label={t('editor.contents')}>
      <h2 className="contents-title">{t('editor.contents')}</h2>
      {headings.length === 0 && <p className="contents-none">{t('editor.noHeadings')}</p>}
      <ul ref={list} onKeyDown={walk}>
        {headings.map(({ position, level, sign, words, unanswered }) => (
          <li key={position}>
            <button
              type="button"
              className={`contents-item is-level${level}`}
              aria-current={position === current ? 'location' : undefined}
              onClick={(event) => go(position, event.detail === 0)}
            >
              <span>
                {sign && <b>{sign}</b>} {words}
              </span>
              {unanswered > 0 && (
                <span className="contents-count" title={t('editor.unanswered', { n: unanswered })}>
                  {unanswered}
                  <span className="contents-hidden"> {t('editor.unanswered', { n: '' })}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
