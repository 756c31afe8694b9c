// The words of a comment with the people named in it by their names.
import { useMemo } from 'react'
import { partsOf } from '../../../shared/mentions'
import { useMe } from '../me'
import { usePeople } from '../people-names'
import './mention.css'

export function MentionText({ text }: { text: string }) {
  const { people, nameOf } = usePeople()
  const { person } = useMe()
  const parts = useMemo(
    () => partsOf(text, new Set(people?.map(({ username }) => username))),
    [text, people],
  )
  return parts.map((part, index) => {
    if (typeof part === 'string') return part
    const isMe = part.username === person.username
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts do not move
        key={index}
        className={isMe ? 'mention is-me' : 'mention'}
        title={`@${part.username}`}
      >
        {nameOf(part.username)}
      </span>
    )
  })
}
