// The posts a person may hold, several at once.
import { type Post, posts } from '../../../shared/roles'
import { Checkbox } from '../../pieces/ui/field'
import { useWords } from '../../pieces/words/words'

interface PostChoicesProps {
  chosen: readonly Post[]
  onChange: (posts: Post[]) => void
}

export function PostChoices({ chosen, onChange }: PostChoicesProps) {
  const { t } = useWords()
  // In the order of the list, whatever the order of the clicks.
  const toggle = (post: Post, isOn: boolean) =>
    onChange(posts.filter((one) => (one === post ? isOn : chosen.includes(one))))
  return (
    <fieldset className="people-choices" aria-label={t('people.posts')}>
      <p className="ui-field-label">{t('people.posts')}</p>
      <div className="people-post-list">
        {posts.map((post) => (
          <Checkbox
            key={post}
            label={t(`post.${post}`)}
            {...(post === 'technician' && { hint: t('people.technicianHint') })}
            checked={chosen.includes(post)}
            onChange={(event) => toggle(post, event.target.checked)}
          />
        ))}
      </div>
      <p className="ui-field-hint">{t('people.postsHint')}</p>
    </fieldset>
  )
}
