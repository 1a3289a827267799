import { clipped } from './scale';
import colors from './svg-colors.module.css';

/**
 * A cell of a matrix: its text, its shade (0 to 1), its accessible description, and whether it has
 * the opposite sign, shown in another colour.
 */
export type MatrixCell = { text: string; share: number; description: string; isAway?: boolean };

const letter = 7;
const cell = { width: 50, height: 32 };
/** The darkest background on which text keeps its contrast in both colour schemes. */
const darkest = 0.42;

/** A matrix of shaded numbers; null cells stay empty. */
export function MatrixDrawing({
  name,
  rows,
  columns,
  cellAt,
}: {
  name: string;
  rows: readonly string[];
  columns: readonly string[];
  cellAt: (row: number, column: number) => MatrixCell | null;
}) {
  const maxLength = (names: readonly string[]) => Math.max(...names.map(({ length }) => length));
  const left = Math.min(170, maxLength(rows) * letter + 12);
  const top = Math.min(120, maxLength(columns) * 4.4 + 20);
  const width = left + columns.length * cell.width + 90;
  const height = top + rows.length * cell.height + 2;
  const cells = rows.flatMap((_, row) =>
    columns.map((__, column) => ({ row, column, content: cellAt(row, column) })),
  );
  const descriptions = cells.flatMap(({ content }) =>
    content === null ? [] : [content.description],
  );
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${name}: ${descriptions.join('; ')}`}
    >
      {columns.map((column, at) => {
        const x = left + at * cell.width + cell.width / 2;
        return (
          <text
            key={at}
            className={colors.text}
            transform={`translate(${x - 4} ${top - 8}) rotate(-38)`}
          >
            <title>{column}</title>
            {clipped(column, 22)}
          </text>
        );
      })}
      {rows.map((row, at) => (
        <text
          key={at}
          className={colors.text}
          x={left - 10}
          y={top + at * cell.height + cell.height / 2 + 5}
          textAnchor="end"
        >
          <title>{row}</title>
          {clipped(row, Math.floor((left - 12) / letter))}
        </text>
      ))}
      {cells.map(({ row, column, content }) => {
        if (content === null) return null;
        const [x, y] = [left + column * cell.width, top + row * cell.height];
        return (
          <g key={`${row} ${column}`}>
            <title>{content.description}</title>
            <rect
              className={content.isAway === true ? colors.away : colors.cell}
              x={x + 1}
              y={y + 1}
              width={cell.width - 2}
              height={cell.height - 2}
              fillOpacity={Math.min(1, Math.max(0, content.share)) * darkest}
            />
            <rect
              className={colors.frame}
              x={x + 1}
              y={y + 1}
              width={cell.width - 2}
              height={cell.height - 2}
            />
            <text
              className={colors.text}
              x={x + cell.width / 2}
              y={y + cell.height / 2 + 5}
              textAnchor="middle"
            >
              {content.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
