// The desk itself: three sides on a wide screen, two or one where there is less room.
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { colourOf } from '../../../shared/person-colour'
import type { PublicPerson } from '../../../shared/records/person'
import { reveal } from '../../pieces/comments/reveal'
import { SavedMark } from '../../pieces/live/saved-mark'
import { useRights } from '../../pieces/live/standing'
import { usePaperDesk } from '../../pieces/live/use-paper-desk'
import { PaperEditor } from '../../pieces/paper/paper-editor'
import { showThreads } from '../../pieces/paper/thread-marks'
import { PaperToolbar } from '../../pieces/paper/toolbar'
import { usePeople } from '../../pieces/people-names'
import { StageBar } from '../../pieces/stage-bar/stage-bar'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { useAsked } from './asked'
import { AskedList } from './asked-list'
import { Beside } from './beside'
import { selectedWords, showWords } from './words-in-text'

interface DeskProps {
  session: SessionView
  person: PublicPerson
  refresh: () => void
}

const panes = ['asked', 'text', 'beside'] as const
type Pane = (typeof panes)[number]
const paneWords = {
  asked: 'after.reviseAsked',
  text: 'after.reviseText',
  beside: 'after.reviseBeside',
} as const satisfies Record<Pane, string>

const nothing = () => undefined

export function ReviseDesk({ session, person, refresh }: DeskProps) {
  const { t } = useWords()
  const right = useRights(session, person)
  const desk = usePaperDesk({ paper: 'draft', session, person, color: colourOf(person.id) })
  const { live, mayWrite } = desk
  const [editor, setEditor] = useState<Editor | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const [pane, setPane] = useState<Pane>(() =>
    window.matchMedia('(max-width: 860px)').matches ? 'asked' : 'text',
  )
  const { asked, answers, merge, isLoaded } = useAsked(session, person.username)
  const mayAnswer = session.stage === 'revising' && right('answer') === true
  const answered = useMemo(
    () => new Set(answers.flatMap(({ id, state }) => (state === 'answered' ? [id] : []))),
    [answers],
  )
  useEffect(() => {
    if (editor && !editor.isDestroyed) return showThreads(editor, { focused, answered })
  }, [editor, focused, answered])
  const pick = useCallback(
    (id: string | null) => {
      setFocused(id)
      if (id && editor && !editor.isDestroyed) reveal(editor.view.dom, id)
    },
    [editor],
  )
  const text = useMemo(
    () => ({
      selected: () => (editor ? selectedWords(editor) : ''),
      show: (words: string) => {
        setPane('text')
        return editor ? showWords(editor, words) : false
      },
    }),
    [editor],
  )
  return (
    <div className="revise">
      <TopBar
        left={
          <LinkButton variant="quiet" href={`/sessions/${session.id}`}>
            <Icon name="chevron-left" />
            <span className="revise-topic">{session.topic}</span>
          </LinkButton>
        }
        middle={<h1 className="revise-title">{t('after.revise')}</h1>}
        right={<SavedMark of={desk.mark} />}
      />
      <StageBar session={session} onChanged={refresh} isAtDesk />
      <Returned session={session} />
      {session.stage !== 'revising' && <Notice tone="plain">{t('after.reviseOver')}</Notice>}
      <fieldset className="revise-panes" aria-label={t('after.revise')}>
        {panes.map((one) => (
          <button
            key={one}
            type="button"
            className={`is-for-${one}`}
            aria-pressed={one === pane}
            onClick={() => setPane(one)}
          >
            {t(paneWords[one])}
          </button>
        ))}
      </fieldset>
      <main id="main" className="revise-sides" data-pane={pane} tabIndex={-1}>
        <section className="revise-side is-asked" aria-label={t('after.reviseAsked')}>
          {isLoaded ? (
            <AskedList
              session={session}
              asked={asked}
              mayAnswer={mayAnswer}
              focused={focused}
              text={text}
              onFocus={pick}
              onThread={merge}
              onSaved={refresh}
            />
          ) : (
            <Waiting />
          )}
        </section>
        <section className="revise-side is-text" aria-label={t('after.reviseText')}>
          {mayWrite && (
            <PaperToolbar editor={editor} mayWrite mayComment={false} onComment={nothing} />
          )}
          {live ? (
            <PaperEditor
              key={live.doc.guid}
              live={live}
              documentId={session.documents.draft}
              mayWrite={mayWrite}
              showsPages={false}
              label={t('editor.textOf', { paper: t('paper.draft').toLocaleLowerCase('vi') })}
              onEditor={setEditor}
              onThread={pick}
              onTemplate={nothing}
              onImport={nothing}
            />
          ) : (
            <Waiting />
          )}
        </section>
        <section className="revise-side is-beside" aria-label={t('after.reviseBeside')}>
          <Beside session={session} editor={editor} answers={answers} />
        </section>
      </main>
    </div>
  )
}

/** Why the committee gave it back, as long as it is being mended. */
function Returned({ session }: { session: SessionView }) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const last = session.history.findLast(({ act }) => act === 'return' || act === 'close')
  if (session.stage !== 'revising' || last?.act !== 'return') return null
  return (
    <Notice tone="red">
      <p>
        <b>{t('after.returned', { at: dateTime(last.at), name: nameOf(last.by) })}</b>
      </p>
      <p className="revise-body">{last.reason}</p>
    </Notice>
  )
}
