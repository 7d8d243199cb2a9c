import { expect, test } from 'vitest'
import { directionIn, saysMovement } from './directions.ts'

const all = ['movement', 'comparison', 'limit'] as const

test.each([
  { text: 'Hur mycket minskade bidraget?', way: 'down', moves: true },
  { text: 'Hur mycket sjönk intäkterna under 2022?', way: 'down', moves: true },
  { text: 'Ökar eller minskar bidraget?', way: undefined, moves: true },
  { text: 'Hur mycket dyrare blev kansliet?', way: 'up', moves: false },
  { text: 'Vad kostade kansliet under 2022?', way: undefined, moves: false },
  { text: 'Hur mycket under budget blev kansliet?', way: 'down', moves: false },
  { text: 'Överskred kansliet sin budget?', way: 'up', moves: false },
  { text: 'Vad kostar Första steget?', way: undefined, moves: false },
  { text: 'How much did the contribution fall?', way: 'down', moves: true },
])('$text', ({ text, way, moves }) => {
  expect({ way: directionIn(text, all), moves: saysMovement(text) }).toEqual({ way, moves })
})
