import { clipped } from './scale';
import { decimals } from './figure-text';
import colors from './svg-colors.module.css';

/** A bar of a score, 0 to 1. */
type ScoreBar = { id: string; name: string; value: number };

const row = 32;
const top = 24;
const letter = 7;

/** Scores as bars from 0 to 1, the first of them the overall score, with the pass mark. */
export function ScorePlot({
  name,
  rows,
  passMark,
  width: space,
}: {
  name: string;
  rows: readonly ScoreBar[];
  /** 0 to 1; null: there is none. */
  passMark: number | null;
  width: number;
}) {
  const width = Math.max(300, space);
  const nameWidth = Math.max(...rows.map((one) => one.name.length), 4) * letter + 8;
  const left = Math.min(nameWidth, Math.round(width * 0.4));
  const [begin, end] = [left + 8, width - 48];
  const x = (value: number) => begin + value * (end - begin);
  const height = top + rows.length * row + 4;
  const description = rows.map((one) => `${one.name} ${decimals(one.value)}`).join(', ');
  const asked = passMark === null ? '' : `; to pass, all labels must reach ${decimals(passMark)}`;
  return (
    <svg width={width} height={height} role="img" aria-label={`${name}: ${description}${asked}`}>
      {rows.map(({ id, name: called, value }, at) => {
        const y = top + at * row;
        return (
          <g key={id}>
            <text
              className={colors.text}
              x={left}
              y={y + row / 2 + 4}
              textAnchor="end"
              fontWeight={at === 0 ? 600 : 400}
            >
              <title>{called}</title>
              {clipped(called, Math.floor(left / letter))}
            </text>
            <line className={colors.grid} x1={begin} x2={end} y1={y + row / 2} y2={y + row / 2} />
            <rect
              className={colors.dot}
              opacity={at === 0 ? 1 : 0.65}
              x={begin}
              y={y + 7}
              width={Math.max(value > 0 ? 1 : 0, x(value) - begin)}
              height={row - 14}
            />
            <text className={colors.text} x={width} y={y + row / 2 + 4} textAnchor="end">
              {decimals(value)}
            </text>
          </g>
        );
      })}
      <line className={colors.zero} x1={begin} x2={begin} y1={top} y2={height - 4} />
      {passMark !== null && (
        <g>
          <line
            className={colors.published}
            strokeDasharray="4 3"
            x1={x(passMark)}
            x2={x(passMark)}
            y1={top + row}
            y2={height - 4}
          />
          <line
            className={colors.passMark}
            x1={x(passMark)}
            x2={x(passMark)}
            y1={top - 4}
            y2={top + row - 2}
          />
          <text
            className={colors.text}
            fontSize={12}
            x={x(passMark)}
            y={14}
            textAnchor={passMark > 0.7 ? 'end' : passMark < 0.2 ? 'start' : 'middle'}
          >
            Pass mark {decimals(passMark)}
          </text>
        </g>
      )}
    </svg>
  );
}
