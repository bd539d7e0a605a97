// The contract's part on what is counted.
import { type CountedMatters, CountedQuestion, type Statistics, StatisticsQuestion } from '../statistics.ts'
import { method } from './method.ts'

export const statistics_methods = {
  'statistics.count': method('ask', StatisticsQuestion).returns<Statistics>(),
  'statistics.list': method('ask', CountedQuestion).returns<CountedMatters>(),
}
