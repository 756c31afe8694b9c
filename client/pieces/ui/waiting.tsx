// A calm skeleton while something is on its way; it says nothing, so it needs no words.
import './waiting.css'

export function Waiting() {
  return (
    <div className="ui-waiting" role="status" aria-busy="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
