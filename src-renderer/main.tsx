import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app.tsx'
import { Appearance } from './frame/appearance.tsx'
import './styles/base.css'
import { loadScreensAhead } from './lazy-screen.tsx'
import { answers, askAhead } from './use-answer.ts'
import './components/components.css'

// zod would try to compile its checks, which our content security policy refuses.
z.config({ jitless: true })

askAhead('book.state', {})
if (/^(#\/workbench)?$/.test(window.location.hash)) askAhead('workbench.show', {})

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <Appearance>
        <App />
      </Appearance>
    </QueryClientProvider>
  </StrictMode>,
)
void loadScreensAhead()
