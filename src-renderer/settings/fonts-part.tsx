import { Button, Form, Select } from 'antd'
import {
  type FontRole,
  type FontsState,
  font_names,
  font_role_words,
  substitutes,
} from '../../src-shared/fonts.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { Faces } from '../components/faces.tsx'
import { answers, useAnswer } from '../use-answer.ts'
import { SettingsForm } from './settings-form.tsx'

const roles = ['title', 'heading', 'body'] as const
const fields = roles.flatMap((role) => [`${role}_font`, `${role}_substitute`] as const)
const choices = (names: readonly string[]) => names.map((value) => ({ value, label: value }))

/** 字体: what exported tables name, and what stands in for a font that this PC does not have. */
export function FontsPart({ settings }: { settings: Settings }) {
  const state = useAnswer('reports.fonts', {})
  return (
    <>
      <SettingsForm settings={settings} fields={fields}>
        {roles.map((role) => (
          <div className="form-row" key={role}>
            <Form.Item label={`${font_role_words[role]}的字体`} name={`${role}_font`}>
              <Select options={choices(font_names)} />
            </Form.Item>
            <Form.Item label="本机没有时用" name={`${role}_substitute`}>
              <Select options={choices(substitutes)} />
            </Form.Item>
          </div>
        ))}
      </SettingsForm>
      <Faces answer={state}>{(fonts) => <Installed fonts={fonts} />}</Faces>
    </>
  )
}

function Installed({ fonts }: { fonts: FontsState }) {
  const again = () => void answers.invalidateQueries({ queryKey: ['reports.fonts', {}] })
  return (
    <section className="sheet sheet-pad settings-form" aria-label="本机的字体">
      <dl className="facts">
        {fonts.findings.map((finding) => (
          <div key={finding.role}>
            <dt>{shortWords[finding.role]}</dt>
            <dd>
              {finding.words === '' ? (
                <span className="light-green">{finding.wanted}，本机已安装。</span>
              ) : (
                <span className="finding">{finding.words}</span>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>本机已有</dt>
          <dd>{fonts.installed.length === 0 ? '以上字体都没有。' : fonts.installed.join('、')}</dd>
        </div>
      </dl>
      <div className="bar fonts-again">
        <Button onClick={again}>重新检查</Button>
        <span className="quiet small">装好新字体以后点一下；不用重新启动程序。</span>
      </div>
    </section>
  )
}

const shortWords: Record<FontRole, string> = { title: '标题', heading: '表头', body: '正文' }
