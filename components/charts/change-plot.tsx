import { clipped } from './scale';
import colors from './svg-colors.module.css';

/** The changes of one analyst in a round. */
type ChangeRow = {
  id: string;
  name: string;
  added: number;
  removed: number;
  relabelled: number;
  moved: number;
};

const columns = ['added', 'removed', 'relabelled', 'moved'] as const;
const head = 24;
const letter = 7;

/** The changes of an analyst in a round, as text. */
export function formatChanges({
  added,
  removed,
  relabelled,
  moved,
}: {
  added: number;
  removed: number;
  relabelled: number;
  moved: number;
}): string {
  return [
    [added, 'added'],
    [removed, 'removed'],
    [relabelled, 'relabelled'],
    [moved, 'moved'],
  ]
    .map(([count, word]) => `${Number(count).toLocaleString('en-US')} ${word}`)
    .join(', ');
}

/**
 * How many annotations each analyst added, removed, relabelled and moved: a bar for each, all on
 * one scale.
 */
export function ChangePlot({
  name,
  rows,
  width: space,
}: {
  name: string;
  rows: readonly ChangeRow[];
  width: number;
}) {
  const width = Math.max(300, space);
  // In narrow plots names stand above their bars.
  const isNarrow = width < 560;
  const row = isNarrow ? 48 : 30;
  const above = isNarrow ? 20 : 0;
  const left = isNarrow
    ? 1
    : Math.min(Math.max(...rows.map((one) => one.name.length), 4) * letter + 14, 180);
  const columnWidth = (width - left) / columns.length;
  const maxValue = Math.max(1, ...rows.flatMap((one) => columns.map((column) => one[column])));
  const long = columnWidth - 52;
  const descriptions = rows.map((one) => `${one.name}: ${formatChanges(one)}`);
  return (
    <svg
      width={width}
      height={head + rows.length * row}
      role="img"
      aria-label={`${name}. ${descriptions.join('; ')}`}
    >
      {columns.map((column, at) => {
        const x = left + at * columnWidth;
        return (
          <g key={column}>
            <text className={colors.dimmed} x={x} y={14} fontSize={13}>
              {column}
            </text>
            <line
              className={colors.zero}
              x1={x}
              x2={x}
              y1={head - 2}
              y2={head + rows.length * row}
            />
            {rows.map((one, index) => {
              const size = (long * one[column]) / maxValue;
              const y = head + index * row + above;
              return (
                <g key={one.id}>
                  <rect className={colors.dot} x={x} y={y + 6} width={size} height={16} />
                  <text
                    className={one[column] === 0 ? colors.dimmed : colors.text}
                    x={x + size + 6}
                    y={y + 19}
                  >
                    {one[column].toLocaleString('en-US')}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
      {rows.map((one, at) => (
        <text
          key={one.id}
          className={colors.text}
          x={isNarrow ? 8 : left - 12}
          y={head + at * row + (isNarrow ? 17 : 19)}
          textAnchor={isNarrow ? 'start' : 'end'}
        >
          <title>{one.name}</title>
          {clipped(one.name, isNarrow ? 40 : Math.floor((left - 12) / letter))}
        </text>
      ))}
    </svg>
  );
}
