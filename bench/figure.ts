/** Prints one figure as a line of JSON; `floor` or `ceiling` say what it should keep to, `ratio` to what was measured beside it. */
export function figure(
  name: string,
  value: number,
  unit: string,
  more: { floor?: number; ceiling?: number; ratio?: number } = {},
): void {
  const rounded = Math.round(value * 100) / 100;
  const ratio = more.ratio === undefined ? {} : { ratio: Math.round(more.ratio * 1000) / 1000 };
  console.log(JSON.stringify({ name, value: rounded, unit, ...more, ...ratio }));
}
