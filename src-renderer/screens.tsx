// The list of screens: a screen is a file and a line here.
import {
  BookOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  DownloadOutlined,
  HistoryOutlined,
  HomeOutlined,
  InboxOutlined,
  ProfileOutlined,
  SearchOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
  UploadOutlined,
} from '@ant-design/icons'
import type { ComponentType, ReactNode } from 'react'
import type { PlaceView } from './components/place-views.tsx'
import { lazyScreen as lazy } from './lazy-screen.tsx'
import { WorkbenchScreen } from './workbench/workbench-screen.tsx'

interface Screen {
  /** The word in the address. */
  name: string
  title: string
  icon: ReactNode
  screen: ComponentType
  /** Further screens of the same place; its own is then the first view, called `view_title`. */
  views?: readonly (PlaceView & { screen: ComponentType })[]
  view_title?: string
  /** A thin line stands above it in the navigation. */
  begins_group?: true
  /** Reached from elsewhere, not from the navigation. */
  is_hidden?: true
}

/** The views of a place, its own screen first; none when it is one screen only. */
export function viewsOf({ view_title, views = [] }: Screen): PlaceView[] {
  return view_title === undefined ? [] : [{ name: '', title: view_title }, ...views]
}

export const screens: readonly Screen[] = [
  { name: 'workbench', title: '本周工作台', icon: <HomeOutlined />, screen: WorkbenchScreen },
  {
    name: 'duties',
    begins_group: true,
    title: '履职清单',
    icon: <ProfileOutlined />,
    screen: lazy(async () => ({ default: (await import('./duties/duties-screen.tsx')).DutiesScreen })),
    view_title: '清单',
    views: [
      {
        name: 'typing',
        title: '录入',
        screen: lazy(async () => ({
          default: (await import('./duties/typing-screen.tsx')).TypingScreen,
        })),
      },
      {
        name: 'tree',
        title: '分类',
        screen: lazy(async () => ({ default: (await import('./duties/tree-screen.tsx')).TreeScreen })),
      },
      {
        name: 'routines',
        title: '周期事项',
        screen: lazy(async () => ({
          default: (await import('./routines/routines-screen.tsx')).RoutinesScreen,
        })),
      },
      {
        name: 'coverage',
        title: '覆盖检查',
        screen: lazy(async () => ({
          default: (await import('./duties/coverage-screen.tsx')).CoverageScreen,
        })),
      },
      {
        name: 'versions',
        title: '版本',
        screen: lazy(async () => ({
          default: (await import('./duties/versions-screen.tsx')).VersionsScreen,
        })),
      },
      {
        name: 'cards',
        title: '职责牌',
        screen: lazy(async () => ({
          default: (await import('./duty-cards/duty-cards-screen.tsx')).DutyCardsScreen,
        })),
      },
    ],
  },
  {
    name: 'staff',
    title: '人员名册',
    icon: <TeamOutlined />,
    screen: lazy(async () => ({ default: (await import('./staff/staff-screen.tsx')).StaffScreen })),
  },
  {
    name: 'backup-posts',
    title: 'AB岗',
    icon: <SwapOutlined />,
    screen: lazy(async () => ({
      default: (await import('./backup-posts/backup-posts-screen.tsx')).BackupPostsScreen,
    })),
    view_title: '一览',
    views: [
      {
        name: 'matrix',
        title: '矩阵',
        screen: lazy(async () => ({
          default: (await import('./backup-posts/matrix-screen.tsx')).MatrixScreen,
        })),
      },
      {
        name: 'changes',
        title: '变更与公布',
        screen: lazy(async () => ({
          default: (await import('./backup-posts/post-changes-screen.tsx')).PostChangesScreen,
        })),
      },
      {
        name: 'readiness',
        title: '熟悉度',
        screen: lazy(async () => ({
          default: (await import('./backup-posts/readiness-screen.tsx')).ReadinessScreen,
        })),
      },
    ],
  },
  {
    name: 'absences',
    title: '离岗顶岗',
    icon: <CarryOutOutlined />,
    screen: lazy(async () => ({
      default: (await import('./absences/on-duty-screen.tsx')).OnDutyScreen,
    })),
    view_title: '今日在岗',
    views: [
      {
        name: 'register',
        title: '离岗登记',
        screen: lazy(async () => ({
          default: (await import('./absences/register-screen.tsx')).RegisterScreen,
        })),
      },
      {
        name: 'risk',
        title: '风险表',
        screen: lazy(async () => ({
          default: (await import('./absences/risk-screen.tsx')).RiskScreen,
        })),
      },
      {
        name: 'handovers',
        title: '交接单',
        screen: lazy(async () => ({
          default: (await import('./absences/handovers-screen.tsx')).HandoversScreen,
        })),
      },
      {
        name: 'stand-ins',
        title: '顶岗统计',
        screen: lazy(async () => ({
          default: (await import('./absences/stand-ins-screen.tsx')).StandInsScreen,
        })),
      },
    ],
  },
  {
    name: 'weekly',
    begins_group: true,
    title: '每周销号',
    icon: <CheckSquareOutlined />,
    screen: lazy(async () => ({ default: (await import('./weekly/weekly-screen.tsx')).WeeklyScreen })),
    view_title: '本周',
    views: [
      {
        name: 'collect',
        title: '收表',
        screen: lazy(async () => ({
          default: (await import('./collection/collect-screen.tsx')).CollectScreen,
        })),
      },
      {
        name: 'hand-ins',
        title: '报送统计',
        screen: lazy(async () => ({
          default: (await import('./collection/hand-ins-screen.tsx')).HandInsScreen,
        })),
      },
      {
        name: 'closing',
        title: '关账',
        screen: lazy(async () => ({ default: (await import('./weekly/closing-screen.tsx')).ClosingScreen })),
      },
      {
        name: 'statistics',
        title: '完成率',
        screen: lazy(async () => ({
          default: (await import('./statistics/statistics-screen.tsx')).StatisticsScreen,
        })),
      },
      {
        name: 'tracked',
        title: '督办整改',
        screen: lazy(async () => ({ default: (await import('./weekly/tracked-screen.tsx')).TrackedScreen })),
      },
      {
        name: 'defects',
        title: '带病销号',
        screen: lazy(async () => ({
          default: (await import('./weekly/defects-screen.tsx')).DefectsScreen,
        })),
      },
      {
        name: 'numbers',
        title: '空号',
        screen: lazy(async () => ({ default: (await import('./weekly/numbers-screen.tsx')).NumbersScreen })),
      },
    ],
  },
  {
    name: 'archive',
    title: '办结归档',
    icon: <InboxOutlined />,
    screen: lazy(async () => ({
      default: (await import('./archive/archive-screen.tsx')).ArchiveScreen,
    })),
    view_title: '办结卷',
    views: [
      {
        name: 'year',
        title: '年度整理',
        screen: lazy(async () => ({ default: (await import('./archive/year-screen.tsx')).YearScreen })),
      },
      {
        name: 'boxes',
        title: '档案盒',
        screen: lazy(async () => ({
          default: (await import('./archive/boxes-screen.tsx')).BoxesScreen,
        })),
      },
      {
        name: 'due',
        title: '到期鉴定',
        screen: lazy(async () => ({ default: (await import('./archive/due-screen.tsx')).DueScreen })),
      },
      {
        name: 'lendings',
        title: '借阅',
        screen: lazy(async () => ({
          default: (await import('./archive/lendings-screen.tsx')).LendingsScreen,
        })),
      },
      {
        name: 'figures',
        title: '统计',
        screen: lazy(async () => ({
          default: (await import('./archive/figures-screen.tsx')).FiguresScreen,
        })),
      },
    ],
  },
  {
    name: 'imports',
    begins_group: true,
    title: '导入',
    icon: <DownloadOutlined />,
    screen: lazy(async () => ({
      default: (await import('./imports/imports-screen.tsx')).ImportsScreen,
    })),
    view_title: '导入',
    views: [
      {
        name: 'reports',
        title: '导入记录',
        screen: lazy(async () => ({
          default: (await import('./imports/import-reports-screen.tsx')).ImportReportsScreen,
        })),
      },
      {
        name: 'forms',
        title: '记住的表',
        screen: lazy(async () => ({
          default: (await import('./imports/remembered-forms-screen.tsx')).RememberedFormsScreen,
        })),
      },
    ],
  },
  {
    name: 'reports',
    title: '统计上报',
    icon: <UploadOutlined />,
    screen: lazy(async () => ({
      default: (await import('./reports/reports-screen.tsx')).ReportsScreen,
    })),
    view_title: '导出报表',
    views: [
      {
        name: 'forms',
        title: '套表填报',
        screen: lazy(async () => ({ default: (await import('./forms/forms-screen.tsx')).FormsScreen })),
      },
      {
        name: 'records',
        title: '上报记录',
        screen: lazy(async () => ({
          default: (await import('./submissions/submissions-screen.tsx')).SubmissionsScreen,
        })),
      },
      {
        name: 'check',
        title: '上报前体检',
        screen: lazy(async () => ({
          default: (await import('./submissions/check-screen.tsx')).CheckScreen,
        })),
      },
    ],
  },
  {
    name: 'changes',
    begins_group: true,
    title: '操作记录',
    icon: <HistoryOutlined />,
    screen: lazy(async () => ({
      default: (await import('./changes/changes-screen.tsx')).ChangesScreen,
    })),
  },
  {
    name: 'backups',
    title: '备份与恢复',
    icon: <BookOutlined />,
    screen: lazy(async () => ({
      default: (await import('./backups/backups-screen.tsx')).BackupsScreen,
    })),
  },
  {
    name: 'settings',
    title: '设置',
    icon: <SettingOutlined />,
    screen: lazy(async () => ({
      default: (await import('./settings/settings-screen.tsx')).SettingsScreen,
    })),
  },
  {
    name: 'search',
    title: '查找结果',
    icon: <SearchOutlined />,
    is_hidden: true,
    screen: lazy(async () => ({
      default: (await import('./search/results-screen.tsx')).ResultsScreen,
    })),
  },
]
