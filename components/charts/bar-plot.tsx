import colors from './svg-colors.module.css';
import classes from './stacked-bar.module.css';

const row = 34;

/** Counts as bars, one in each row, with their numbers at the ends. */
export function BarPlot({
  name,
  rows,
  width: space,
}: {
  name: string;
  rows: readonly { id: string; name: string; count: number }[];
  width: number;
}) {
  const width = Math.max(280, space);
  const left = Math.max(...rows.map((one) => one.name.length)) * 7 + 14;
  const max = Math.max(1, ...rows.map(({ count }) => count));
  const long = width - left - 64;
  const description = rows
    .map((one) => `${one.name} ${one.count.toLocaleString('en-US')}`)
    .join(', ');
  return (
    <svg width={width} height={rows.length * row} role="img" aria-label={`${name}: ${description}`}>
      {rows.map(({ id, name: called, count }, at) => (
        <g key={id}>
          <text className={colors.text} x={left - 12} y={at * row + row / 2 + 5} textAnchor="end">
            {called}
          </text>
          <rect
            className={colors.dot}
            x={left}
            y={at * row + 7}
            width={Math.max(count > 0 ? 1 : 0, (long * count) / max)}
            height={row - 14}
          />
          <text
            className={colors.text}
            x={left + (long * count) / max + 8}
            y={at * row + row / 2 + 5}
          >
            {count.toLocaleString('en-US')}
          </text>
        </g>
      ))}
      <line className={colors.zero} x1={left} x2={left} y1={0} y2={rows.length * row} />
    </svg>
  );
}

/** A part of a bar: its name, count and colour. */
export type BarPart = { key: string; name: string; count: number; color: string };

/** Counts that make up a whole as parts of one bar, with a legend; empty parts are left out. */
export function StackedBar({ name, parts }: { name: string; parts: readonly BarPart[] }) {
  const there = parts.filter(({ count }) => count > 0);
  const description = there
    .map((part) => `${part.name} ${part.count.toLocaleString('en')}`)
    .join(', ');
  if (there.length === 0) return null;
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={`${name}: ${description}`}>
        {there.map(({ key, name: called, count, color }) => (
          <span
            key={key}
            title={`${called}: ${count.toLocaleString('en')}`}
            style={{ flexGrow: count, background: color }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {there.map(({ key, name: called, count, color }) => (
          <li key={key}>
            <span aria-hidden className={classes.dot} style={{ background: color }} />
            {called} <b>{count.toLocaleString('en')}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
