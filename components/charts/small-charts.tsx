import { decimals } from './figure-text';
import colors from './svg-colors.module.css';

const [width, height, side] = [120, 24, 6];

const x = (value: number) => side + value * (width - 2 * side);

/** A figure from 0 to 1 and its interval, small enough for a row of a table. */
export function SmallInterval({
  value,
  interval,
}: {
  value: number | null;
  interval: { low: number; high: number } | null;
}) {
  const valueText = value === null ? 'not defined' : decimals(value);
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${valueText} on a scale from 0 to 1`}
    >
      <line className={colors.grid} x1={side} x2={width - side} y1={12} y2={12} />
      {[0, 0.5, 1].map((tick) => (
        <line key={tick} className={colors.grid} x1={x(tick)} x2={x(tick)} y1={7} y2={17} />
      ))}
      {interval && (
        <line
          className={colors.interval}
          x1={x(interval.low)}
          x2={x(interval.high)}
          y1={12}
          y2={12}
        />
      )}
      {value !== null && <circle className={colors.dot} cx={x(value)} cy={12} r={4} />}
    </svg>
  );
}

/** Figures from 0 to 1 in sequence; a single one is a point. */
export function SmallLine({ values }: { values: readonly number[] }) {
  const last = values.at(-1);
  if (last === undefined) return '–';
  const step = values.length < 2 ? 0 : (width - 2 * side) / (values.length - 1);
  const at = (index: number) => (values.length < 2 ? width / 2 : side + index * step);
  const y = (value: number) => 4 + (1 - value) * (height - 8);
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`By month: ${values.map((value) => decimals(value)).join(', ')}`}
    >
      <line className={colors.grid} x1={side} x2={width - side} y1={height - 4} y2={height - 4} />
      {values.length > 1 && (
        <polyline
          className={colors.line}
          points={values.map((value, index) => `${at(index)},${y(value)}`).join(' ')}
        />
      )}
      <circle className={colors.dot} cx={at(values.length - 1)} cy={y(last)} r={3} />
    </svg>
  );
}
