// Starts the program in the browser.
import { createRoot } from 'react-dom/client'
import { App } from './app'
import './pieces/ui/tokens.css'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
