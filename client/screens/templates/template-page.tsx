// One template: its text in an editor of its own, its fields beside it, and the way back to the original.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PaperNode } from '../../../shared/document/outline'
import { holds } from '../../../shared/rights'
import { isTemplateKind, type TemplateKind } from '../../../shared/templates/kinds'
import { originalOf } from '../../../shared/templates/originals'
import { api, call } from '../../api'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { usePeople } from '../../pieces/people-names'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Dialog } from '../../pieces/ui/dialog'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { TopBar } from '../../pieces/ui/top-bar'
import { Waiting } from '../../pieces/ui/waiting'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'
import { saveOrHear } from '../../pieces/woven-list/save-woven'
import { OthersNotice } from '../../pieces/woven-list/woven-notices'
import { TemplateText } from './template-text'
import { type OwnTemplate, useTemplates } from './use-templates'
import './templates.css'

export function TemplatePage({ name }: { name: string }) {
  const { own, error, refresh } = useTemplates()
  if (!isTemplateKind(name)) return <NoSuchTemplate />
  if (!own) {
    return (
      <main className="templates">
        {error ? <Trouble error={error} retry={() => void refresh()} /> : <Waiting />}
      </main>
    )
  }
  return <Template key={name} kind={name} own={own.get(name)} refresh={refresh} />
}

function NoSuchTemplate() {
  const { t } = useWords()
  return (
    <main className="templates">
      <Notice tone="red">
        <p>{t('refusal.not-found')}</p>
        <LinkButton href="/templates">{t('templates.back')}</LinkButton>
      </Notice>
    </main>
  )
}

interface TemplateProps {
  kind: TemplateKind
  own: OwnTemplate | undefined
  refresh: () => Promise<unknown>
}

function Template({ kind, own, refresh }: TemplateProps) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const { person } = useMe()
  const [, go] = useLocation()
  const { isBusy, trouble, send } = useSending()
  const [isDropping, setDropping] = useState(false)
  const name = t(`templateKind.${kind}`)
  usePageTitle(`${t('templates.title')}: ${name}`)
  const mayKeep = holds('keepTemplates', { posts: person.posts, seats: [] })
  const stands = { at: own?.changedAt ?? null, content: own?.content ?? originalOf(kind) }
  // What others save meanwhile does not change the text under one's hands; it is told beside it.
  const [begun, setBegun] = useState(stands)
  const theirs = own
    ? t('templates.ownBy', { name: nameOf(own.changedBy), at: dateTime(own.changedAt) })
    : t('templates.original')
  const param = { kind }
  const save = (content: PaperNode) =>
    send(async () => {
      const json = { content: content as { type: 'doc' }, seen: stands.at }
      await saveOrHear(() => call(api.templates[':kind'].$put({ param, json })), refresh)
      toast(t('templates.saved'), 'green')
      go('/templates')
      await refresh()
    })
  const drop = () =>
    send(async () => {
      await call(api.templates[':kind'].$delete({ param }))
      await refresh()
      toast(t('templates.dropped'), 'green')
      go('/templates')
    })
  return (
    <div className="template">
      <TopBar
        left={
          <LinkButton variant="quiet" href="/templates" aria-label={t('templates.back')}>
            <Icon name="chevron-left" />
            <span className="template-wide">{t('templates.back')}</span>
          </LinkButton>
        }
        middle={<h1 className="template-title">{name}</h1>}
        right={
          mayKeep &&
          own && (
            <Button variant="quiet" onClick={() => setDropping(true)}>
              {t('templates.drop')}
            </Button>
          )
        }
      />
      <TemplateText
        kind={kind}
        name={name}
        key={begun.at}
        content={begun.content}
        others={
          begun.at !== stands.at && (
            <OthersNotice facts={[theirs]} onTake={() => setBegun(stands)} />
          )
        }
        mayKeep={mayKeep}
        isBusy={isBusy}
        trouble={trouble}
        onSave={(content) => void save(content)}
      />
      <Dialog
        open={isDropping}
        onClose={() => setDropping(false)}
        title={t('templates.dropTitle')}
        description={t('templates.dropBody')}
        actions={
          <>
            <Button variant="danger" busy={isBusy} onClick={() => void drop()}>
              {t('templates.drop')}
            </Button>
            <Button onClick={() => setDropping(false)}>{t('common.cancel')}</Button>
          </>
        }
      />
    </div>
  )
}
