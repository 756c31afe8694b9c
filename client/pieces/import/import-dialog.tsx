// A Word file into this paper: chosen, read, looked at with its report, and only then put in.
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { canonical } from '../../../shared/document/canonical'
import type { PaperNode } from '../../../shared/document/outline'
import { type ImportPlace, importPlaces, importRefusals } from '../../../shared/facts/import-report'
import type { TextKey } from '../../../shared/i18n/table'
import { Refused } from '../../api'
import { DialogActs } from '../dialog-acts'
import { useTroubleText } from '../trouble'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { FileButton } from '../ui/file-button'
import { Notice } from '../ui/notice'
import { Waiting } from '../ui/waiting'
import { VersionText } from '../version-text/version-text'
import { useWords } from '../words/words'
import { FileComments } from './file-comments'
import { ImportReport } from './import-report'
import { type Imported, sendWord } from './send-file'
import './import.css'

const wordFiles = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface ImportDialogProps {
  documentId: string
  doc: Y.Doc
  /** Dropped on the paper; else one is chosen here. */
  file: File | null
  mayComment: boolean
  onClose: () => void
}

type Step =
  | { readonly at: 'choose'; readonly trouble?: string }
  | { readonly at: 'read' }
  | { readonly at: 'look' | 'write' | 'done'; readonly found: Imported }

/** The sentence for what the server said of the file. */
function useRefusalText(): (error: unknown) => string {
  const { t } = useWords()
  const say = useTroubleText()
  return (error) => {
    const why = error instanceof Refused ? error.more.why : undefined
    const known = importRefusals.find((one) => one === why)
    return known ? t(`importRefusal.${known}`) : say(error)
  }
}

/** Before it is kept, a picture has no address: its words stand for it. */
function withoutPictures(node: PaperNode, words: (alt: string) => string): PaperNode {
  if (node.type === 'image') {
    const name = String(node.attrs?.caption ?? node.attrs?.alt ?? '')
    const text = { type: 'text', text: words(name), marks: [{ type: 'italic' }] }
    return { type: 'paragraph', attrs: { textAlign: 'center' }, content: [text] }
  }
  if (!node.content) return node
  return { ...node, content: node.content.map((child) => withoutPictures(child, words)) }
}

export function ImportDialog({ documentId, doc, file, mayComment, onClose }: ImportDialogProps) {
  const { t } = useWords()
  const say = useRefusalText()
  const latestSay = useRef(say)
  latestSay.current = say
  const [chosen, setChosen] = useState<File | null>(file)
  const [step, setStep] = useState<Step>({ at: file ? 'read' : 'choose' })
  const [place, setPlace] = useState<ImportPlace>('end')
  const group = useId()

  const read = useCallback(
    async (word: File) => {
      setChosen(word)
      setStep({ at: 'read' })
      try {
        const found = await sendWord(documentId, word, { dry: true })
        setPlace(found.place)
        setStep({ at: 'look', found })
      } catch (error) {
        setStep({ at: 'choose', trouble: latestSay.current(error) })
      }
    },
    [documentId],
  )
  const begun = useRef(false)
  useEffect(() => {
    if (file && !begun.current) void read(file)
    begun.current = true
  }, [file, read])

  const put = async (found: Imported) => {
    if (!chosen) return
    setStep({ at: 'write', found })
    try {
      setStep({ at: 'done', found: await sendWord(documentId, chosen, { place }) })
    } catch (error) {
      setStep({ at: 'choose', trouble: say(error) })
    }
  }
  const found = 'found' in step ? step.found : null
  const content = useMemo(() => {
    const nodes = found?.content?.map((node) =>
      withoutPictures(node, (words) =>
        words ? t('import.picture', { words }) : t('import.pictureAlone'),
      ),
    )
    return nodes ? canonical({ type: 'doc', content: nodes }) : null
  }, [found, t])
  const name = chosen?.name.normalize('NFC') ?? ''
  const placeWords: Record<ImportPlace, TextKey> = {
    end: 'import.atEnd',
    instead: 'import.instead',
  }
  const chooser = (label: string) => (
    <FileButton accept={wordFiles} onFile={(word) => void read(word)}>
      {label}
    </FileButton>
  )

  return (
    <Dialog
      open
      wide={found !== null}
      onClose={onClose}
      title={t('import.title')}
      {...(step.at === 'choose' ? { description: t('import.intro') } : {})}
      actions={
        step.at === 'look' || step.at === 'write' ? (
          <>
            {step.at === 'look' && chooser(t('import.chooseAnother'))}
            <DialogActs
              onClose={onClose}
              busy={step.at === 'write'}
              onClick={() => void put(step.found)}
            >
              {t('import.put')}
            </DialogActs>
          </>
        ) : step.at === 'done' ? (
          <Button variant="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        ) : undefined
      }
    >
      {step.at === 'choose' && (
        <>
          {step.trouble && (
            <Notice tone="red" role="alert">
              <p>{step.trouble}</p>
            </Notice>
          )}
          <p>{chooser(t('import.choose'))}</p>
        </>
      )}
      {step.at === 'read' && (
        <div role="status" className="import-reading">
          <p>{t('import.reading', { name })}</p>
          <Waiting />
        </div>
      )}
      {(step.at === 'look' || step.at === 'write') && (
        <>
          <p className="import-name">{t('import.readFrom', { name })}</p>
          <ImportReport report={step.found} />
          {/* What nobody has written in yet is simply filled. */}
          {step.found.place === 'end' && (
            <fieldset className="import-places">
              <legend>{t('import.where')}</legend>
              {importPlaces.map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name={group}
                    checked={place === one}
                    onChange={() => setPlace(one)}
                  />
                  <span>{t(placeWords[one])}</span>
                </label>
              ))}
              {place === 'instead' && <p>{t('import.insteadHint')}</p>}
            </fieldset>
          )}
          {content && (
            <section className="import-preview" aria-label={t('import.preview')}>
              <h3>{t('import.preview')}</h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by the keyboard */}
              <div className="import-page" tabIndex={0}>
                <VersionText content={content} />
              </div>
            </section>
          )}
        </>
      )}
      {step.at === 'done' && (
        <>
          <Notice tone="green" role="status">
            <p>{t('import.done', { name })}</p>
            <p>{t('import.undo')}</p>
          </Notice>
          <FileComments
            doc={doc}
            documentId={documentId}
            comments={step.found.comments}
            mayComment={mayComment}
          />
          <ImportReport report={step.found} />
        </>
      )}
    </Dialog>
  )
}
