// Starts the program in the browser.
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { fetchWhenQuiet } from './pieces/later'
import './pieces/ui/tokens.css'

fetchWhenQuiet()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
