import type { SampleGroup, SamplePerson } from '../../src-main/sample/sample-year.ts'

export const unit_name = '云泽省农业技术示范中心'
export const department_name = '组织人事处（监察室）'

export const groups: readonly SampleGroup[] = [
  { code: 'DJZ', name: '党建组', leader: '陆文清' },
  { code: 'RSZ', name: '人事组', leader: '陆文清' },
  { code: 'LZZ', name: '劳资组', leader: '陆文清' },
  { code: 'JJZ', name: '纪检监察组', leader: '顾秉正' },
  { code: 'ZHZ', name: '综合组', leader: '沈怀远' },
]

const not_in_the_party: Readonly<Record<string, string>> = {
  林一帆: '共青团员',
  方静宜: '群众',
  唐婉: '群众',
  陈雨桐: '中共预备党员',
  孟祥瑞: '民主党派',
}

/** Leaders first. Nobody of them exists; extensions instead of telephone numbers, so that none can be dialled. */
export const people: readonly SamplePerson[] = [
  person('沈怀远', 'ZHZ', '处长', '6101', '2009-08-01', '主持全面工作'),
  person('陆文清', 'DJZ', '副处长', '6102', '2011-07-01', '分管党建、人事、劳资'),
  person('顾秉正', 'JJZ', '副处长、监察室主任', '6103', '2010-09-01', '分管纪检监察'),
  person('许晓岚', 'DJZ', '党建组组长', '6111', '2013-07-15'),
  person('韩东旭', 'DJZ', '组织员', '6112', '2017-08-01'),
  person('林一帆', 'DJZ', '宣传群团岗', '6113', '2020-09-01'),
  person('王伟', 'RSZ', '人事组组长', '6121', '2012-03-01'),
  person('方静宜', 'RSZ', '招聘与档案岗', '6122', '2016-07-01'),
  person('单立峰', 'RSZ', '职称与岗聘岗', '6123', '2018-08-15'),
  person('郑国梁', 'LZZ', '劳资组组长', '6131', '2008-05-01'),
  person('唐婉', 'LZZ', '工资核算岗', '6132', '2019-07-01'),
  person('陈雨桐', 'LZZ', '社保与退休岗', '6133', '2021-08-01'),
  person('石磊', 'JJZ', '纪检监察组组长', '6141', '2014-06-01'),
  person('曾凡', 'JJZ', '案件与廉政档案岗', '6142', '2018-03-01'),
  person('周敏', 'ZHZ', '综合岗（内勤）', '6151', '2015-11-01', '周报汇总、销号台账'),
  person('孟祥瑞', 'ZHZ', '文稿与文明创建岗', '6152', '2019-09-01'),
  {
    ...person('秦保国', 'LZZ', '退休审批岗', '6134', '1990-08-01', '已办理退休'),
    last_day: { week: -20, day: 4 },
  },
]

function person(
  name: string,
  group: string,
  post: string,
  phone: string,
  joined_on: string,
  note = '',
): SamplePerson {
  const political_status = not_in_the_party[name] ?? '中共党员'
  return { name, group, post, political_status, phone, joined_on, note }
}

/** As every new book has them. */
export const category_names: Readonly<Record<string, string>> = {
  DJ: '党建',
  RS: '干部人事',
  GZ: '工资福利',
  JJ: '纪检监察',
  WM: '精神文明',
  ZH: '综合',
}
