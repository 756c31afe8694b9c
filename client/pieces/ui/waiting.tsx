// What stands on the screen while something is fetched: calm lines, no words.
import './waiting.css'

export function Waiting() {
  return (
    <div className="ui-waiting" role="status" aria-busy="true">
      <span />
      <span />
      <span />
    </div>
  )
}
