// The desk of one paper: contents, text and comments side by side, the stage above them.
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { colourOf } from '../../../shared/person-colour'
import type { Cell } from '../../../shared/records/cell'
import type { PublicPerson } from '../../../shared/records/person'
import { canReadLive, type Paper } from '../../../shared/rights'
import { useCommentDraft } from '../../pieces/comments/use-comment-draft'
import { DropWord } from '../../pieces/import/drop-word'
import { later } from '../../pieces/later'
import { laterPart } from '../../pieces/later-part'
import { standingIn, useRights } from '../../pieces/live/standing'
import { usePaperDesk } from '../../pieces/live/use-paper-desk'
import { NotesButton } from '../../pieces/notes/notes-button'
import { Contents } from '../../pieces/paper/contents'
import { FindBar } from '../../pieces/paper/find/find-bar'
import { useFind } from '../../pieces/paper/find/use-find'
import { Letterhead } from '../../pieces/paper/letterhead'
import { PaperEditor } from '../../pieces/paper/paper-editor'
import { showThreads } from '../../pieces/paper/thread-marks'
import { PaperToolbar } from '../../pieces/paper/toolbar'
import { usePeople } from '../../pieces/people-names'
import { StageBar } from '../../pieces/stage-bar/stage-bar'
import { useTroubleText } from '../../pieces/trouble'
import { toast } from '../../pieces/ui/toast'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { Banners } from './banners'
import { DeskTools } from './desk-tools'
import { Drawer, DrawerButton } from './drawer'
import { EditorHead } from './editor-head'
import { hasCome, PaperLinks } from './paper-links'
import { useThreadSets } from './use-threads'
import { useWhoIsHere } from './who-is-here'
import './editor-print.css'

const SessionForm = laterPart(() =>
  import('../../pieces/session-form/session-form').then((m) => m.SessionForm),
)

const ImportDialog = laterPart(() =>
  import('../../pieces/import/import-dialog').then((m) => m.ImportDialog),
)

const beginningPart = later(() => import('./beginning'))

/** Comes while the text is opened. */
const CommentsSide = laterPart(
  () => import('./comments-side').then((m) => m.CommentsSide),
  <Waiting />,
)

const CheckList = laterPart(() =>
  import('../../pieces/paper/check/check-list').then((m) => m.CheckList),
)

interface EditorDeskProps {
  session: SessionView
  paper: Paper
  person: PublicPerson
  cell: Omit<Cell, 'createdAt'>
  refresh: () => Promise<SessionView | undefined>
}

function Settings({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const { people } = usePeople()
  if (!people) return null
  return <SessionForm session={session} people={people} onDone={onClose} onClose={onClose} />
}

export function EditorDesk({ session, paper, person, cell, refresh }: EditorDeskProps) {
  const { t } = useWords()
  const say = useTroubleText()
  const latestSay = useRef(say)
  latestSay.current = say
  const may = useRights(session, person)
  const desk = usePaperDesk({ paper, session, person, color: colourOf(person.id) })
  const { live, mayWrite } = desk
  const present = useWhoIsHere(live)
  const { idOf } = usePeople()
  const people = present.map(({ id, name }) => ({ id: idOf(id), name }))
  const [editor, setEditor] = useState<Editor | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const [drawer, setDrawer] = useState<'contents' | 'comments' | null>(null)
  const [isSetting, setSetting] = useState(false)
  /** A Word file that was dropped here, or one that is to be chosen. */
  const [importing, setImporting] = useState<File | 'choose' | null>(null)
  const [couldWrite, setCouldWrite] = useState(false)
  const [showsPages, setShowsPages] = useState(false)
  const find = useFind(editor, mayWrite)
  const scroller = useRef<HTMLElement>(null)
  const ground = paper === 'minutes' ? null : paper
  const mayReadLive = canReadLive(standingIn(session, person), {
    stage: session.stage,
    windows: session.windows,
    now: 0,
  })
  const threads = useThreadSets(
    session.documents[paper],
    session.id,
    ground !== null && mayReadLive,
  )
  const mayComment =
    ground !== null && may(ground === 'outline' ? 'commentOutline' : 'commentDraft') === true

  useEffect(() => {
    if (mayWrite) setCouldWrite(true)
  }, [mayWrite])
  useEffect(() => {
    if (editor && !editor.isDestroyed) {
      return showThreads(editor, { focused, answered: threads.answered })
    }
  }, [editor, focused, threads.answered])
  const pick = useCallback((thread: string | null) => {
    setFocused(thread)
    if (thread) setDrawer('comments')
  }, [])
  const close = useCallback(() => setDrawer(null), [])
  const openSettings = useCallback(() => setSetting(true), [])
  const importWord = useCallback(() => setImporting('choose'), [])
  const mayPlan = may('planSessions') === true
  const { startComment } = useCommentDraft(editor, session.documents[paper])
  const showComments = useCallback(() => setDrawer('comments'), [])
  const comment = useCallback(() => {
    startComment()
    setDrawer('comments')
  }, [startComment])
  const begin = useCallback(
    async (empty: Editor) => {
      const begun = await beginningPart()
        .then(async ({ beginning, firstBlank }) => ({
          content: await beginning(paper, session, cell, person),
          firstBlank,
        }))
        .catch((error: unknown) => toast(latestSay.current(error), 'red'))
      // Someone else may have begun meanwhile.
      if (!begun || empty.isDestroyed || empty.state.doc.textContent !== '') return
      empty.commands.setContent(begun.content)
      empty.commands.focus(begun.firstBlank(empty), { scrollIntoView: false })
      scroller.current?.scrollTo({ top: 0 })
    },
    [session, paper, cell, person],
  )
  const isReading = !mayWrite && !mayComment && desk.isReading
  const paperName = t(`paper.${paper}`)

  return (
    <div className="editor">
      <EditorHead
        session={session}
        cellName={cell.name}
        paper={paper}
        mark={mayReadLive ? desk.mark : null}
        people={people}
        onSettings={mayPlan ? openSettings : null}
      />
      <StageBar
        session={session}
        onChanged={() => void refresh()}
        check={
          paper === 'draft' && editor
            ? (close) => <CheckList editor={editor} paper={paper} onGo={close} />
            : null
        }
      />
      <div className="editor-tools" hidden={!mayReadLive}>
        <DrawerButton
          icon="menu"
          label={t('editor.contents')}
          isFor="contents"
          onPress={() => setDrawer('contents')}
        />
        <PaperToolbar
          editor={editor}
          mayWrite={mayWrite}
          mayComment={mayComment}
          onComment={comment}
          onImport={importWord}
        />
        <DeskTools
          editor={editor}
          paper={paper}
          mayCheck={mayWrite || may('freeze') === true}
          showsPages={showsPages}
          onPages={setShowsPages}
          onFind={() => find.open(true)}
        />
        {ground && hasCome(paper, session.stage) && (
          <NotesButton
            sessionId={session.id}
            documentId={session.documents[paper]}
            onShow={showComments}
          />
        )}
        {/* In the tools' place, so that it is seen wherever the page is scrolled to. */}
        <p className="editor-why" role="status">
          {isReading &&
            t(couldWrite ? 'editor.stopped' : 'editor.readOnlyHere', {
              stage: t(`stage.${session.stage}`),
            })}
        </p>
      </div>
      {editor && mayReadLive && find.asked && (
        <FindBar editor={editor} mayWrite={mayWrite} asked={find.asked} onClose={find.close} />
      )}
      <main className="editor-desk" ref={scroller} tabIndex={-1}>
        <Drawer
          name="contents"
          label={t('editor.contents')}
          isOpen={drawer === 'contents'}
          onClose={close}
        >
          {editor && (
            <Contents editor={editor} open={threads.open} scroller={scroller} onPick={close} />
          )}
          <PaperLinks session={session} shown={paper} mayReadLive={mayReadLive} />
        </Drawer>
        <div className="editor-paper">
          <Banners
            session={session}
            paper={paper}
            desk={desk}
            mayReadLive={mayReadLive}
            mayProject={may('project') === true}
            mayCheck={may('checkRoom') === true}
          />
          {live ? (
            <PaperEditor
              key={live.doc.guid}
              live={live}
              documentId={session.documents[paper]}
              mayWrite={mayWrite}
              showsPages={showsPages}
              label={t('editor.textOf', { paper: paperName.toLocaleLowerCase('vi') })}
              letterhead={ground && <Letterhead cell={cell} year={session.year} />}
              onEditor={setEditor}
              onThread={pick}
              onTemplate={(empty) => void begin(empty)}
              onImport={importWord}
            />
          ) : (
            desk.refusal === null &&
            mayReadLive && (
              <div className="paper-page editor-opening" aria-busy="true">
                <Waiting />
              </div>
            )
          )}
        </div>
        {ground && mayReadLive && hasCome(paper, session.stage) && (
          <Drawer
            name="comments"
            label={t('editor.panelTitle')}
            isOpen={drawer === 'comments'}
            onClose={close}
          >
            <CommentsSide
              editor={editor}
              session={session}
              documentId={session.documents[paper]}
              ground={ground}
              focused={focused}
              onFocus={pick}
              onCompose={showComments}
              onExtend={mayPlan ? openSettings : null}
            />
          </Drawer>
        )}
      </main>
      {ground && mayReadLive && (
        <DrawerButton
          icon="comment"
          label={t('editor.panel', { n: threads.open.size + threads.answered.size })}
          isFor="comments"
          onPress={() => setDrawer('comments')}
        />
      )}
      {live && mayWrite && <DropWord zone={scroller} onFile={setImporting} />}
      {live && importing && (
        <ImportDialog
          documentId={session.documents[paper]}
          doc={live.doc}
          file={importing === 'choose' ? null : importing}
          mayComment={mayComment}
          onClose={() => setImporting(null)}
        />
      )}
      {isSetting && <Settings session={session} onClose={() => setSetting(false)} />}
    </div>
  )
}
