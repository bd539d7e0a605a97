import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { palettes, themeOf } from './theme.ts'

dayjs.locale('zh-cn')

export type AppearanceChoice = 'system' | 'light' | 'dark'

interface AppearanceState {
  choice: AppearanceChoice
  choose(choice: AppearanceChoice): void
}

const AppearanceContext = createContext<AppearanceState>({ choice: 'system', choose: () => undefined })

export function useAppearance(): AppearanceState {
  return useContext(AppearanceContext)
}

const system_dark = window.matchMedia('(prefers-color-scheme: dark)')

function onSystemChange(listener: () => void): () => void {
  system_dark.addEventListener('change', listener)
  return () => system_dark.removeEventListener('change', listener)
}

function remembered(): AppearanceChoice {
  const choice = window.localStorage.getItem('appearance')
  return choice === 'light' || choice === 'dark' ? choice : 'system'
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''

/** Light or dark, Chinese, and the nonce that antd's styles need under our content security policy. */
export function Appearance({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(remembered)
  const is_system_dark = useSyncExternalStore(onSystemChange, () => system_dark.matches)
  const mode = choice === 'system' ? (is_system_dark ? 'dark' : 'light') : choice

  useEffect(() => {
    const root = document.documentElement
    root.dataset.mode = mode
    for (const [name, colour] of Object.entries(palettes[mode])) root.style.setProperty(`--${name}`, colour)
  }, [mode])

  const state = useMemo<AppearanceState>(
    () => ({
      choice,
      choose(next) {
        window.localStorage.setItem('appearance', next)
        setChoice(next)
      },
    }),
    [choice],
  )
  return (
    <AppearanceContext.Provider value={state}>
      <ConfigProvider
        locale={zhCN}
        theme={themeOf(mode)}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: true }}
      >
        <AntApp message={{ maxCount: 2, duration: 3 }}>{children}</AntApp>
      </ConfigProvider>
    </AppearanceContext.Provider>
  )
}
