import { Skeleton } from 'antd'
import { Suspense, useState } from 'react'
import { PlaceContext } from './components/place-views.tsx'
import { Nav } from './frame/nav.tsx'
import { SampleBar } from './frame/sample-bar.tsx'
import { UnexpectedTrouble } from './frame/unexpected-trouble.tsx'
import { useShortcuts } from './frame/use-shortcuts.ts'
import { useRoute } from './route.ts'
import { screens, viewsOf } from './screens.tsx'
import { SearchBox } from './search/search-box.tsx'
import './frame/frame.css'

export function App() {
  const { screen: name, params } = useRoute()
  const [is_searching, setSearching] = useState(false)
  useShortcuts({ onSearch: () => setSearching(true) })
  const current = screens.find((screen) => screen.name === name) ?? screens[0]
  if (current === undefined) throw new Error('There is no screen at all')
  const view = current.views?.find((one) => one.name === params.view)
  const Screen = (view ?? current).screen
  const { title } = current
  const place = { name: current.name, title, views: viewsOf(current), current: view?.name ?? '' }
  return (
    <div className="frame">
      <Nav current={current.name} onSearch={() => setSearching(true)} />
      <div className="main">
        <SampleBar />
        <UnexpectedTrouble key={`${current.name}/${place.current}`}>
          <Suspense fallback={<Skeleton active className="page" />}>
            <PlaceContext value={place}>
              <Screen />
            </PlaceContext>
          </Suspense>
        </UnexpectedTrouble>
      </div>
      {is_searching && <SearchBox onClose={() => setSearching(false)} />}
    </div>
  )
}
