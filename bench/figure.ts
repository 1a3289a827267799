/** What a figure is compared with: a measurement in the same run, or a target. */
type Beside = {
  /** The same done in the plainest way, in the unit of the figure. */
  floor?: number;
  /** The figure as a multiple of the floor. */
  ratio?: number;
  /** The target of the ratio or, without a floor, of the figure. */
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

/** The value below which this share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
