/** Something that is there, or still on its way. */
export type Soon<Value> = Value | Promise<Value>

/** Goes on at once with what is there: a call does not queue behind others for each thing that it need not wait for. */
export const whenThere = <Value, Next>(value: Soon<Value>, then: (value: Value) => Soon<Next>): Soon<Next> =>
  value instanceof Promise ? value.then(then) : then(value)
