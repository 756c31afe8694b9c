// The minutes to be read back: the agreed version, or the text as it stands while it is still written.
import useSWR from 'swr'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import { api, call } from '../../api'
import { Trouble } from '../trouble'
import { Waiting } from '../ui/waiting'
import { useVersion } from '../version-text/use-version'
import { VersionText } from '../version-text/version-text'

/** While it is read back the minutes-taker may still mend a word. */
const lookAgainMs = 3000

export function MinutesText({ session }: { session: SessionView }) {
  const { minutesSigned, documents } = session
  const { version, error, retry } = useVersion(minutesSigned?.versionId)
  const live = useSWR(
    minutesSigned ? null : ['minutes-now', documents.minutes, session.meeting.recorded.length],
    async () => {
      const param = { id: documents.minutes }
      // The API's type spells a paper's nodes out, to no depth's end.
      const read = (await call(api.documents[':id'].text.$get({ param }) as never)) as {
        content: PaperNode
      }
      return read.content
    },
    { refreshInterval: lookAgainMs, keepPreviousData: true },
  )
  const content = minutesSigned ? version?.content : live.data
  if (content) return <VersionText content={content} />
  const trouble = minutesSigned ? error : live.error
  return trouble ? (
    <Trouble error={trouble} retry={minutesSigned ? retry : () => void live.mutate()} />
  ) : (
    <Waiting />
  )
}
