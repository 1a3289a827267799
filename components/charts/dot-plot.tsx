import { figureText } from './figure-text';
import type { FigureView } from './figure-text';
import type { Domain } from './scale';
import { PlotGrid, rowsLayout } from './plot-grid';
import { positionOn } from './scale';
import colors from './svg-colors.module.css';

/** A row of a dot plot: its name, its figure, and the interval where there is one. */
type DotRow = FigureView & {
  id: string;
  name: string;
  interval?: { low: number; high: number } | null;
};

const row = 28;
const top = 6;

/**
 * Figures as dots on one scale, with their 95 % intervals where there are some, one in each row.
 */
export function DotPlot({
  name,
  rows,
  domain,
  width: space,
}: {
  name: string;
  rows: readonly DotRow[];
  domain: Domain;
  width: number;
}) {
  const names = rows.map((one) => one.name);
  const { width, left, begin, x, named } = rowsLayout(names, domain, space, 52);
  const height = top + rows.length * row + 24;
  const description = rows.map(
    (one) => `${one.name} ${one.value === null ? 'not defined' : figureText(one)}`,
  );
  return (
    <svg width={width} height={height} role="img" aria-label={`${name}: ${description.join(', ')}`}>
      <PlotGrid domain={domain} x={x} top={top} height={height} />
      {rows.map((one, at) => {
        const y = top + at * row + row / 2;
        const { value, interval } = one;
        return (
          <g key={one.id}>
            <text className={colors.text} x={left} y={y + 4} textAnchor="end">
              <title>{one.name}</title>
              {named(one.name)}
            </text>
            {interval && (
              <line
                className={colors.interval}
                x1={x(interval.low)}
                x2={x(interval.high)}
                y1={y}
                y2={y}
              />
            )}
            {value === null ? (
              <text className={colors.dimmed} x={begin + 6} y={y + 4} fontSize={12}>
                not defined
              </text>
            ) : (
              <>
                <circle
                  className={positionOn(domain, value).beyond ? colors.hollow : colors.dot}
                  cx={x(value)}
                  cy={y}
                  r={5}
                />
                <text className={colors.text} x={width} y={y + 4} textAnchor="end">
                  {figureText(one)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
