// The right side of the desk: the frozen text, or what was changed since and which answers that shows.
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import { changesBetween } from '../../../shared/changes/changes'
import { summaryOf } from '../../../shared/changes/summary'
import { canonical } from '../../../shared/document/canonical'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import type { ThreadView } from '../../../shared/records/thread'
import { ChangeList, useWalk } from '../../pieces/changes/change-list'
import { summaryWords } from '../../pieces/changes/summary-words'
import { Trouble } from '../../pieces/trouble'
import { Tabs } from '../../pieces/ui/tabs'
import { Waiting } from '../../pieces/ui/waiting'
import { useVersion } from '../../pieces/version-text/use-version'
import { VersionText } from '../../pieces/version-text/version-text'
import { useWords } from '../../pieces/words/words'

/** Comparing waits until nobody has typed for so long. */
const restMs = 700

/** The live text as it would be frozen, once people rest. */
function useTextNow(editor: Editor | null): PaperNode | null {
  const [content, setContent] = useState<PaperNode | null>(null)
  useEffect(() => {
    if (!editor) return
    let timer = 0
    const read = () => {
      if (!editor.isDestroyed) setContent(canonical(editor.getJSON() as PaperNode))
    }
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(read, restMs)
    }
    read()
    editor.on('update', later)
    return () => {
      window.clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor])
  return content
}

interface BesideProps {
  session: SessionView
  editor: Editor | null
  answers: readonly ThreadView[]
}

/** The newest version is what the meeting had before it. */
export function Beside({ session, editor, answers }: BesideProps) {
  const { t } = useWords()
  const [tab, setTab] = useState<'frozen' | 'changes'>('frozen')
  const met =
    session.versions.findLast(({ stage }) => stage === 'frozen') ?? session.versions.at(-1)
  const { version, error, retry } = useVersion(met?.id)
  if (!version) return error ? <Trouble error={error} retry={retry} /> : <Waiting />
  return (
    <Tabs
      label={t('after.reviseBeside')}
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'frozen', label: t('after.reviseFrozen', { number: version.number }) },
        { value: 'changes', label: t('after.reviseChanges') },
      ]}
    >
      {tab === 'frozen' ? (
        <div className="revise-frozen">
          <VersionText content={version.content} />
        </div>
      ) : (
        <Changes frozen={version.content} editor={editor} answers={answers} />
      )}
    </Tabs>
  )
}

function Changes({
  frozen,
  editor,
  answers,
}: Pick<BesideProps, 'editor' | 'answers'> & { frozen: PaperNode }) {
  const { t } = useWords()
  const now = useTextNow(editor)
  const changes = useMemo(() => (now ? changesBetween(frozen, now) : []), [frozen, now])
  const walk = useWalk(changes)
  if (!now) return <Waiting />
  const words = summaryWords(summaryOf(changes), t)
  return (
    <>
      <p className="revise-soft" role="status">
        {words === '' ? t('after.reviseNoChanges') : words}
      </p>
      {words !== '' && (
        <ChangeList
          changes={changes}
          layout="inline"
          onlyChanges
          threads={answers}
          walk={walk}
          names={null}
        />
      )}
    </>
  )
}
