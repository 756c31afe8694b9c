// Which papers an item of the programme is about: chosen from those of the session.
import type { ProgrammeItem } from '../../../shared/records/meeting'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'
import { useWords } from '../words/words'
import type { NamedPaper } from './use-papers'

interface ItemPapersProps {
  item: ProgrammeItem
  papers: readonly NamedPaper[]
  number: number
  onChange: (wish: Partial<ProgrammeItem>) => void
}

export function ItemPapers({ item, papers, number, onChange }: ItemPapersProps) {
  const { t } = useWords()
  const chosen = item.papers ?? []
  const has = (id: string) => chosen.some((one) => one.id === id)
  const names = papers.filter(({ id }) => has(id)).map(({ name }) => name)
  const words = names.join(', ') || t('before.itemPapersNone')
  const toggle = ({ kind, id }: NamedPaper) =>
    onChange({
      papers: has(id) ? chosen.filter((one) => one.id !== id) : [...chosen, { kind, id }],
    })
  return (
    <Menu
      label={t('before.itemPapers', { number })}
      trigger={
        <button
          type="button"
          className="programme-papers"
          aria-label={`${t('before.itemPapers', { number })}: ${words}`}
          title={words}
        >
          <Icon name="pages" size={18} />
          {names.length > 0 && <b aria-hidden="true">{names.length}</b>}
        </button>
      }
      items={papers.map((paper) => ({
        label: paper.name,
        checked: has(paper.id),
        onSelect: () => toggle(paper),
      }))}
    />
  )
}
