// Checks the file of a version: which one it is, and whether a single letter was changed.
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDigest } from '../../../shared/records/digest'
import { usePageTitle } from '../../pieces/page-title'
import { Trouble } from '../../pieces/trouble'
import { FileButton } from '../../pieces/ui/file-button'
import { Icon } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { TopBar } from '../../pieces/ui/top-bar'
import { useWords } from '../../pieces/words/words'
import { DossierResult } from './dossier-result'
import { checkOf, type DossierCheck, type FileCheck } from './sources'
import { useDropped } from './use-dropped'
import './verify.css'

type State =
  | { at: 'idle' }
  | { at: 'reading'; name: string; done: number; count: number }
  | { at: 'done'; name: string; check: FileCheck }
  | { at: 'failed'; file: File; error: unknown }

const tones = {
  exact: 'green',
  words: 'gold',
  changed: 'red',
  illegible: 'gold',
  unknown: 'red',
  tooLarge: 'gold',
} as const

export function Verify() {
  const { t } = useWords()
  const [state, setState] = useState<State>({ at: 'idle' })
  usePageTitle(t('export.title'))
  const read = async (file: File) => {
    const { name } = file
    setState({ at: 'reading', name, done: 0, count: 0 })
    try {
      const check = await checkOf(file, (done, count) =>
        setState({ at: 'reading', name, done, count }),
      )
      setState({ at: 'done', name, check })
    } catch (error) {
      setState({ at: 'failed', file, error })
    }
  }
  const isOver = useDropped((file) => state.at !== 'reading' && void read(file))
  return (
    <div className="verify">
      <TopBar
        left={
          <LinkButton variant="quiet" href="/" aria-label={t('common.backToPlan')}>
            <Icon name="chevron-left" />
            {t('common.backToPlan')}
          </LinkButton>
        }
      />
      <main className="verify-desk" id="main">
        <h1>{t('export.title')}</h1>
        <p className="verify-soft">{t('export.intro')}</p>
        <div className={isOver ? 'verify-choose is-over' : 'verify-choose'}>
          <FileButton
            accept=".docx,.pdf,.json,.zip"
            disabled={state.at === 'reading'}
            onFile={(file) => void read(file)}
          >
            {t('export.choose')}
          </FileButton>
          <span className="verify-soft">{t('out.drop')}</span>
        </div>
        <div aria-live="polite">
          {state.at === 'reading' && (
            <p className="verify-soft">
              {state.count > 0
                ? t('out.checking', { done: state.done + 1, count: state.count })
                : t('export.reading')}
            </p>
          )}
          {state.at === 'failed' && (
            <Trouble error={state.error} retry={() => void read(state.file)} />
          )}
          {state.at === 'done' &&
            (state.check.verdict === 'dossier' ? (
              <DossierResult name={state.name} check={state.check} />
            ) : (
              <Result name={state.name} check={state.check} />
            ))}
        </div>
        <p className="verify-soft">{t('export.limits')}</p>
      </main>
    </div>
  )
}

type PlainCheck = Exclude<FileCheck, DossierCheck>

function Result({ name, check }: { name: string; check: PlainCheck }) {
  const { t } = useWords()
  const { verdict } = check
  const sha256 = 'sha256' in check ? check.sha256 : null
  return (
    <Notice tone={tones[verdict]}>
      <p className="verify-name">{name}</p>
      <h2>{t(`export.${verdict}`)}</h2>
      {verdict !== 'tooLarge' && <p>{t(`export.${verdict}Hint`)}</p>}
      {verdict === 'changed' && <Changed check={check} />}
      {sha256 && (
        <p>
          {t('export.digest')} <strong>{shortDigest(sha256)}</strong>
          <code className="verify-digest">{sha256}</code>
        </p>
      )}
      {'id' in check && (
        <p>
          <Link href={`/versions/${check.id}`}>{t('export.open')}</Link>
        </p>
      )}
    </Notice>
  )
}

function Changed({ check }: { check: Extract<PlainCheck, { verdict: 'changed' }> }) {
  const { t } = useWords()
  if (check.difference === null) return <p>{t('export.proofBroken')}</p>
  const { expected, found } = check.difference
  return (
    <>
      <p>{t('export.changedAt')}</p>
      <dl className="verify-difference">
        <dt>{t('export.expected')}</dt>
        <dd>{expected || t('export.nothing')}</dd>
        <dt>{t('export.found')}</dt>
        <dd>{found || t('export.nothing')}</dd>
      </dl>
    </>
  )
}
