import type { CommandLine } from 'electron'

/** Chromium's own background habits that would look for a network; must run before the app is ready. */
export function stayOffline(command_line: CommandLine): void {
  command_line.appendSwitch('disable-background-networking')
  command_line.appendSwitch('disable-component-update')
  command_line.appendSwitch('disable-domain-reliability')
  command_line.appendSwitch('dns-prefetch-disable')
  command_line.appendSwitch('no-pings')
  command_line.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  command_line.appendSwitch('lang', 'zh-CN')
}
