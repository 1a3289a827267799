import { decimals, figureText } from './figure-words';
import type { ToldFigure } from './figure-words';
import type { Domain } from './scale';
import { clipped, placeOn, ticksOf } from './scale';
import ink from './svg-ink.module.css';

/** A row of a dot plot: what it is of, its figure, and the interval where there is one. */
export type DotRow = ToldFigure & {
  id: string;
  name: string;
  interval?: { low: number; high: number } | null;
};

const row = 28;
const top = 6;
const letter = 7;

/** Figures as dots on one scale, with their 95 % intervals where there are some, a row each. */
export function DotPlot({
  name,
  rows,
  domain,
  width: room,
}: {
  name: string;
  rows: readonly DotRow[];
  domain: Domain;
  width: number;
}) {
  const width = Math.max(300, room);
  const longest = Math.max(...rows.map((one) => one.name.length), 4) * letter + 8;
  const left = Math.min(longest, Math.round(width * 0.4));
  const [begin, end] = [left + 14, width - 52];
  const x = (value: number) => begin + placeOn(domain, value).at * (end - begin);
  const height = top + rows.length * row + 24;
  const said = rows.map(
    (one) => `${one.name} ${one.value === null ? 'not defined' : figureText(one)}`,
  );
  return (
    <svg width={width} height={height} role="img" aria-label={`${name}: ${said.join(', ')}`}>
      {ticksOf(domain).map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? ink.zero : ink.grid}
            x1={x(tick)}
            x2={x(tick)}
            y1={top}
            y2={height - 22}
          />
          <text className={ink.dimmed} x={x(tick)} y={height - 6} fontSize={12} textAnchor="middle">
            {decimals(tick, Number.isInteger(tick) ? 0 : domain[0] < 0 ? 1 : 2)}
          </text>
        </g>
      ))}
      {rows.map((one, at) => {
        const y = top + at * row + row / 2;
        const { value, interval } = one;
        return (
          <g key={one.id}>
            <text className={ink.text} x={left} y={y + 4} textAnchor="end">
              <title>{one.name}</title>
              {clipped(one.name, Math.floor(left / letter))}
            </text>
            {interval && (
              <line
                className={ink.interval}
                x1={x(interval.low)}
                x2={x(interval.high)}
                y1={y}
                y2={y}
              />
            )}
            {value === null ? (
              <text className={ink.dimmed} x={begin + 6} y={y + 4} fontSize={12}>
                not defined
              </text>
            ) : (
              <>
                <circle
                  className={placeOn(domain, value).beyond ? ink.hollow : ink.dot}
                  cx={x(value)}
                  cy={y}
                  r={5}
                />
                <text className={ink.text} x={width} y={y + 4} textAnchor="end">
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
