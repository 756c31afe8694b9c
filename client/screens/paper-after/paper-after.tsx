// One of the papers that approval produced: read by all, changed by the secretary until the archive.
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { type AfterPaper, afterPapers } from '../../../shared/facts/after-meeting'
import { colourOf } from '../../../shared/person-colour'
import { canReadLive } from '../../../shared/rights'
import { api } from '../../api'
import { Barred } from '../../pieces/barred'
import { SavedMark } from '../../pieces/live/saved-mark'
import { useSession } from '../../pieces/live/session-live'
import { standingIn } from '../../pieces/live/standing'
import { usePaperDesk } from '../../pieces/live/use-paper-desk'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { Letterhead } from '../../pieces/paper/letterhead'
import { PaperEditor } from '../../pieces/paper/paper-editor'
import { PaperToolbar } from '../../pieces/paper/toolbar'
import { saveFile } from '../../pieces/save-file'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'
import './paper-after.css'

const nothing = () => undefined

export function PaperAfter({ sessionId, kind }: { sessionId: string; kind: string }) {
  const { t } = useWords()
  const { person } = useMe()
  const { session, error, refresh } = useSession(sessionId)
  const paper = afterPapers.find((one) => one === kind)
  const own = session?.papersAfter.find((one) => one.kind === paper)
  usePageTitle(session && paper ? `${t(`templateKind.${paper}`)} · ${session.topic}` : undefined)
  if (!session) {
    return (
      <main className="paper-after-alone">
        {error ? <Trouble error={error} retry={() => void refresh()} /> : <Waiting />}
      </main>
    )
  }
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const mayRead = canReadLive(standingIn(session, person), where)
  if (!paper || !own || !mayRead) {
    return (
      <main className="paper-after-alone">
        <Barred code={mayRead ? 'not-found' : 'not-yours'} />
      </main>
    )
  }
  return <Paper key={own.id} session={session} paper={paper} documentId={own.id} />
}

interface PaperProps {
  session: SessionView
  paper: AfterPaper
  documentId: string
}

function Paper({ session, paper, documentId }: PaperProps) {
  const { t } = useWords()
  const { person, cell } = useMe()
  const desk = usePaperDesk({ paper, session, person, color: colourOf(person.id) })
  const { live, mayWrite } = desk
  const [editor, setEditor] = useState<Editor | null>(null)
  const name = t(`templateKind.${paper}`)
  return (
    <div className="paper-after">
      <TopBar
        left={
          <LinkButton variant="quiet" href={`/sessions/${session.id}`}>
            <Icon name="chevron-left" />
            <span className="paper-after-topic">{session.topic}</span>
          </LinkButton>
        }
        right={<SavedMark of={desk.mark} />}
      />
      {mayWrite && (
        <div className="paper-after-tools">
          <PaperToolbar editor={editor} mayWrite mayComment={false} onComment={nothing} />
        </div>
      )}
      <main id="main" className="paper-after-desk" tabIndex={-1}>
        <aside className="paper-after-side">
          <h1>{name}</h1>
          <p className="paper-after-soft">
            {t(session.stage === 'archived' ? 'after.paperLocked' : 'after.paperIntro')}
          </p>
          <Files documentId={documentId} />
          <nav aria-label={t('after.papers')}>
            <h2>{t('after.papers')}</h2>
            <ul>
              {session.papersAfter.map(({ kind, id }) => (
                <li key={id}>
                  <Link
                    href={`/sessions/${session.id}/papers/${kind}`}
                    aria-current={kind === paper ? 'page' : undefined}
                  >
                    {t(`templateKind.${kind}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </aside>
        <div className={paper === 'answers' ? 'paper-after-page is-wide' : 'paper-after-page'}>
          {live ? (
            <PaperEditor
              key={live.doc.guid}
              live={live}
              documentId={documentId}
              mayWrite={mayWrite}
              showsPages={false}
              label={t('editor.textOf', { paper: name.toLocaleLowerCase('vi') })}
              letterhead={<Letterhead cell={cell} year={session.year} />}
              onEditor={setEditor}
              onThread={nothing}
              onTemplate={nothing}
              onImport={nothing}
            />
          ) : desk.refusal ? (
            <Notice tone="red">{t(`refusal.${desk.refusal}`)}</Notice>
          ) : (
            <Waiting />
          )}
        </div>
      </main>
    </div>
  )
}

const words = { docx: 'export.downloadWord', pdf: 'export.downloadPdf' } as const

function Files({ documentId }: { documentId: string }) {
  const { t } = useWords()
  const { isBusy, trouble, send } = useSending()
  const take = (form: 'docx' | 'pdf') =>
    send(async () => {
      const param = { id: documentId }
      const name = await saveFile(api.documents[':id'][form].$get({ param }))
      toast(t('export.made', { name }), 'green')
    })
  return (
    <div className="paper-after-files">
      <Button busy={isBusy} onClick={() => void take('docx')}>
        {t(words.docx)}
      </Button>
      <Button busy={isBusy} onClick={() => void take('pdf')}>
        {t(words.pdf)}
      </Button>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </div>
  )
}
