import { Input } from 'antd'
import { card_text_length } from '../../src-shared/duties.ts'

interface CardTextProps {
  id?: string
  value?: string
  onChange?: (value: string) => void
}

/** 牌面短语 with its length beside it: 8 to 15 characters are advised, any other number is taken. */
export function CardText({ id, value = '', onChange }: CardTextProps) {
  const { shortest, longest } = card_text_length
  const is_odd = value !== '' && (value.length < shortest || value.length > longest)
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
      placeholder={`${shortest}—${longest}字`}
      suffix={
        <span className={is_odd ? 'finding' : 'quiet'} title={`牌面上以${shortest}到${longest}个字为宜`}>
          {value.length}字
        </span>
      }
    />
  )
}
