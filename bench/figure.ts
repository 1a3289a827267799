/** What a figure is compared with: what was measured beside it in the same run, or what it is meant to keep to. */
export type Beside = {
  /** The same thing done plainly, in the unit of the figure. */
  floor?: number;
  /** The figure as a multiple of the floor. */
  ratio?: number;
  /** What the ratio, or where there is no floor the figure, is meant to be at least or at most. */
  atLeast?: number;
  atMost?: number;
};

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Prints one figure as a line of JSON. */
export function figure(name: string, value: number, unit: string, beside: Beside = {}): void {
  const { floor, atLeast, atMost } = beside;
  const ratio = beside.ratio ?? (floor === undefined ? undefined : value / floor);
  const record = {
    name,
    value: rounded(value),
    unit,
    ...(floor === undefined ? {} : { floor: rounded(floor) }),
    ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
  console.log(JSON.stringify(record));
}
