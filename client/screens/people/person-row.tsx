// One person of the cell, with what the reader may do about their account.
import type { PublicPerson } from '../../../shared/records/person'
import { Avatar } from '../../pieces/ui/avatar'
import { Badge, type Tone } from '../../pieces/ui/badge'
import { Button } from '../../pieces/ui/button'
import { Icon } from '../../pieces/ui/icon'
import { Menu, type MenuItem } from '../../pieces/ui/menu'
import { useWords } from '../../pieces/words/words'

export type PersonAct = 'edit' | 'renew' | 'lock' | 'unlock'

interface PersonRowProps {
  person: PublicPerson
  isMe: boolean
  mayManagePosts: boolean
  /** What the reader may do about this account. */
  may: (what: 'rename' | 'lock' | 'link') => boolean
  onAct: (act: PersonAct) => void
}

const stateOf = ({ disabled, active }: PublicPerson) =>
  disabled ? 'locked' : active ? 'active' : 'waiting'
const tones = { locked: 'plain', active: 'green', waiting: 'gold' } as const satisfies Record<
  string,
  Tone
>
const signs = { locked: 'lock', active: 'check', waiting: 'clock' } as const

export function PersonRow({ person, isMe, mayManagePosts, may, onAct }: PersonRowProps) {
  const { t } = useWords()
  const state = stateOf(person)
  const { name, username, posts, disabled } = person
  const items: MenuItem[] = []
  if (may('rename')) {
    const label = t(mayManagePosts ? 'people.actionEdit' : 'people.actionRename')
    items.push({ label, onSelect: () => onAct('edit') })
  }
  if (may('link') && !disabled) {
    items.push({ label: t('people.actionLink'), onSelect: () => onAct('renew') })
  }
  // Nobody locks the door on themselves by a slip of the hand.
  if (may('lock') && !isMe) {
    items.push(
      disabled
        ? { label: t('people.actionUnlock'), onSelect: () => onAct('unlock') }
        : { label: t('people.actionLock'), onSelect: () => onAct('lock'), danger: true },
    )
  }
  return (
    <li className={disabled ? 'people-row is-locked' : 'people-row'}>
      <Avatar name={name} id={person.id} size={38} decorative />
      <div className="people-who">
        <p className="people-name">
          {name}
          {isMe && <span className="people-you"> ({t('people.you')})</span>}
        </p>
        <p className="people-username" translate="no">
          {username}
        </p>
      </div>
      <p className="people-posts">
        {posts.length === 0
          ? t('people.noPost')
          : posts.map((post) => t(`post.${post}`)).join(', ')}
      </p>
      <p className="people-state">
        <Badge tone={tones[state]}>
          <Icon name={signs[state]} size={14} />
          {t(`people.${state}`)}
        </Badge>
      </p>
      {items.length > 0 && (
        <Menu
          label={t('people.actionsFor', { name })}
          trigger={
            <Button
              variant="quiet"
              className="people-acts"
              aria-label={t('people.actionsFor', { name })}
            >
              <Icon name="more" />
            </Button>
          }
          items={items}
        />
      )}
    </li>
  )
}
