// Paper and ink: the colours and measures of the whole program, for light and for dark.
import { type ThemeConfig, theme } from 'antd'

export interface Palette {
  ground: string
  paper: string
  ink: string
  quiet: string
  line: string
  primary: string
  red: string
  amber: string
  green: string
  nav: string
  head: string
  /** Behind what is selected. */
  chosen: string
  /** Around fields and buttons: stronger than a line between rows. */
  edge: string
  /** Menus, lists and dialogs over the paper. */
  raised: string
  /** What a field shows while it is empty. */
  faint: string
  /** Words on the primary colour. */
  on_primary: string
  /** Behind a warning, and behind what went wrong. */
  amber_wash: string
  red_wash: string
}

export const palettes: Record<'light' | 'dark', Palette> = {
  light: {
    ground: '#f5f4f0',
    paper: '#fffefc',
    ink: '#23282c',
    quiet: '#666c70',
    line: '#e2dfd7',
    primary: '#2a5d73',
    red: '#b0281f',
    amber: '#9a5b00',
    green: '#2b7048',
    nav: '#edebe5',
    head: '#f2f0ea',
    chosen: '#dfe6e7',
    edge: '#cfcbc1',
    raised: '#fffefc',
    faint: '#8d9296',
    on_primary: '#ffffff',
    amber_wash: '#f8f0dd',
    red_wash: '#f9e9e6',
  },
  dark: {
    ground: '#1a1c1e',
    paper: '#222527',
    ink: '#e6e4df',
    quiet: '#a0a5a8',
    line: '#383c3f',
    primary: '#6aa7bd',
    red: '#ef8a80',
    amber: '#e0ab5a',
    green: '#7cc299',
    nav: '#16181a',
    head: '#2a2d30',
    chosen: '#2b3a41',
    edge: '#4b5155',
    raised: '#2a2d30',
    faint: '#7d8387',
    on_primary: '#11181c',
    amber_wash: '#332a1c',
    red_wash: '#3a2624',
  },
}

export function themeOf(mode: 'light' | 'dark'): ThemeConfig {
  const palette = palettes[mode]
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.primary,
      colorPrimaryBg: palette.chosen,
      colorInfo: palette.primary,
      colorInfoBg: palette.chosen,
      colorInfoBorder: palette.line,
      colorSuccess: palette.green,
      colorWarning: palette.amber,
      colorWarningBg: palette.amber_wash,
      colorWarningBorder: palette.edge,
      colorError: palette.red,
      colorErrorBg: palette.red_wash,
      colorErrorBorder: palette.edge,
      colorTextBase: palette.ink,
      colorBgBase: palette.paper,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.ground,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorLink: palette.primary,
      colorTextPlaceholder: palette.faint,
      fontFamily:
        '"Microsoft YaHei UI", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", sans-serif',
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 32,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      wireframe: false,
    },
    components: {
      Table: {
        headerBg: palette.head,
        headerColor: palette.quiet,
        cellPaddingBlockSM: 7,
        cellPaddingInlineSM: 8,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.head,
        rowSelectedBg: palette.chosen,
        rowSelectedHoverBg: palette.chosen,
        borderColor: palette.line,
      },
      Button: { primaryColor: palette.on_primary },
      Form: { itemMarginBottom: 14, labelColor: palette.quiet, verticalLabelPadding: '0 0 4px' },
      Modal: { titleFontSize: 16 },
    },
  }
}
