// The comments of the imported file: made comments of the paper by one press; those without a place are listed.
import { useState } from 'react'
import type * as Y from 'yjs'
import type { ImportedComment } from '../../../shared/records/import-report'
import { useTroubleText } from '../trouble'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import { makeThreads } from './make-threads'

interface FileCommentsProps {
  doc: Y.Doc
  documentId: string
  comments: readonly ImportedComment[]
  mayComment: boolean
}

export function FileComments({ doc, documentId, comments, mayComment }: FileCommentsProps) {
  const { t, date } = useWords()
  const say = useTroubleText()
  const [made, setMade] = useState<ReadonlySet<ImportedComment>>(new Set())
  const [state, setState] = useState<'offered' | 'making' | 'made'>('offered')
  const [trouble, setTrouble] = useState('')
  if (comments.length === 0) return null
  const bodyOf = ({ author, at, body }: ImportedComment) => {
    const name = author || t('import.someone')
    return at
      ? t('import.saidInAt', { author: name, day: date(at), body })
      : t('import.saidIn', { author: name, body })
  }
  const left = comments.filter((comment) => !made.has(comment))
  const make = async () => {
    setState('making')
    setTrouble('')
    try {
      await makeThreads(doc, documentId, left, bodyOf, (comment) =>
        setMade((before) => new Set([...before, comment])),
      )
      setState('made')
    } catch (error) {
      setTrouble(say(error))
      setState('offered')
    }
  }
  const isOver = state === 'made'
  return (
    <section className="import-comments">
      {made.size > 0 && (
        <Notice tone="green" role="status">
          <p>{t('import.madeComments', { count: made.size })}</p>
        </Notice>
      )}
      {left.length > 0 && <h3>{t(isOver ? 'import.notPlaced' : 'import.fileComments')}</h3>}
      {!isOver && <p>{t('import.fileCommentsHint')}</p>}
      {trouble && (
        <Notice tone="red" role="alert">
          <p>{trouble}</p>
        </Notice>
      )}
      <ul>
        {left.map((comment) => (
          <li key={`${comment.author} ${comment.at} ${comment.body}`}>
            {comment.quote && <q>{comment.quote}</q>}
            <p>{bodyOf(comment)}</p>
          </li>
        ))}
      </ul>
      {mayComment && !isOver && (
        <Button variant="primary" busy={state === 'making'} onClick={() => void make()}>
          {t('import.makeComments')}
        </Button>
      )}
    </section>
  )
}
