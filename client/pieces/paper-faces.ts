// The faces of papers, for whoever shows one: fetched before they are wanted, so that printing waits for none.
import '@fontsource/tinos/latin-400.css'
import '@fontsource/tinos/latin-400-italic.css'
import '@fontsource/tinos/latin-700.css'
import '@fontsource/tinos/latin-700-italic.css'
import '@fontsource/tinos/vietnamese-400.css'
import '@fontsource/tinos/vietnamese-400-italic.css'
import '@fontsource/tinos/vietnamese-700.css'
import '@fontsource/tinos/vietnamese-700-italic.css'
import { askForFaces } from './ui/faces'

askForFaces('1em Tinos', 'bold 1em Tinos', 'italic 1em Tinos', 'italic bold 1em Tinos')
