import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'

/** A screen that breaks while drawing leaves the rest of the program standing. */
export class UnexpectedTrouble extends Component<{ children: ReactNode }, { is_broken: boolean }> {
  override state = { is_broken: false }

  static getDerivedStateFromError() {
    return { is_broken: true }
  }

  override render() {
    if (!this.state.is_broken) return this.props.children
    return (
      <Result
        status="warning"
        title="这一页没有显示出来"
        subTitle="已保存的内容不受影响。请重新显示；若再次出现，请关闭程序后重新打开。"
        extra={<Button onClick={() => this.setState({ is_broken: false })}>重新显示</Button>}
      />
    )
  }
}
