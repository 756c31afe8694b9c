// Which papers an item of the programme is about: chosen from those of the session.
import type { ProgrammeItem } from '../../../shared/records/meeting'
import { Button } from '../ui/button'
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
  const toggle = ({ kind, id }: NamedPaper) =>
    onChange({
      papers: has(id) ? chosen.filter((one) => one.id !== id) : [...chosen, { kind, id }],
    })
  return (
    <Menu
      label={t('before.itemPapers', { number })}
      trigger={
        <Button
          variant="quiet"
          className="programme-papers"
          aria-label={`${t('before.itemPapers', { number })}: ${names.join(', ')}`}
          title={names.join(', ') || t('before.itemPapersNone')}
        >
          {names.length === 0 ? t('before.papers') : names.join(', ')}
        </Button>
      }
      items={papers.map((paper) => ({
        label: paper.name,
        checked: has(paper.id),
        onSelect: () => toggle(paper),
      }))}
    />
  )
}
