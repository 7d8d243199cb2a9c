import { render } from 'preact'
import { App } from './app.tsx'

const root = document.getElementById('finsam')
if (root) render(<App />, root)
