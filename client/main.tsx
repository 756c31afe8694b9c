// Starts the program in the browser.
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { fetchWhenQuiet } from './pieces/later'
import { askForFaces } from './pieces/ui/faces'
import './pieces/ui/tokens.css'

askForFaces(...[400, 500, 600, 700].map((weight) => `${weight} 1em 'Be Vietnam Pro'`))
fetchWhenQuiet()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
