import { decimals, figureText, intervalText } from './figure-text';
import type { FigureView, MeasureText } from './figure-text';
import { positionOn, ticksOf } from './scale';
import colors from './svg-colors.module.css';

type Drawn = FigureView & { interval: { low: number; high: number } | null };

const side = 14;
const line = 26;

/**
 * One figure on its scale: the point, its 95 % interval, and the published range of the same
 * measure.
 */
export function IntervalScale({
  figure,
  text: { name, domain, ends, published },
  width,
}: {
  figure: Drawn;
  text: MeasureText;
  width: number;
}) {
  const x = (value: number) => side + positionOn(domain, value).at * (width - 2 * side);
  const { value, interval } = figure;
  const beyond = value === null ? null : positionOn(domain, value).beyond;
  const description =
    value === null
      ? `${name}: not defined`
      : `${name}: ${figureText(figure)}${interval ? `, 95 % interval ${intervalText(interval)}` : ''}, on a scale from ${decimals(domain[0], 0)} to ${decimals(domain[1], 0)}`;
  const height = published ? 92 : 66;
  return (
    <svg width={width} height={height} role="img" aria-label={description}>
      <line className={colors.grid} x1={side} x2={width - side} y1={line} y2={line} />
      {ticksOf(domain).map((tick, at, all) => (
        <g key={tick}>
          <line
            className={tick === 0 ? colors.zero : colors.grid}
            x1={x(tick)}
            x2={x(tick)}
            y1={line - 7}
            y2={line + 7}
          />
          <text
            className={colors.dimmed}
            x={x(tick)}
            y={line + 22}
            fontSize={12}
            textAnchor="middle"
          >
            {decimals(tick, Number.isInteger(tick) ? 0 : domain[0] < 0 ? 1 : 2)}
          </text>
          {(at === 0 || at === all.length - 1) && (
            <text
              className={colors.dimmed}
              x={at === 0 ? 0 : width}
              y={line + 37}
              fontSize={12}
              textAnchor={at === 0 ? 'start' : 'end'}
            >
              {at === 0 ? ends[0] : ends[1]}
            </text>
          )}
        </g>
      ))}
      {interval && (
        <g className={colors.interval}>
          <line x1={x(interval.low)} x2={x(interval.high)} y1={line} y2={line} />
          <line x1={x(interval.low)} x2={x(interval.low)} y1={line - 5} y2={line + 5} />
          <line x1={x(interval.high)} x2={x(interval.high)} y1={line - 5} y2={line + 5} />
        </g>
      )}
      {value !== null && (
        <circle className={beyond ? colors.hollow : colors.dot} cx={x(value)} cy={line} r={6} />
      )}
      {published && (
        <g>
          <path
            className={colors.published}
            d={`M${x(published.low)} 70v5H${x(published.high)}v-5`}
          />
          <text
            className={colors.dimmed}
            x={x(published.high)}
            y={89}
            fontSize={12}
            textAnchor="end"
          >
            {published.of}
          </text>
        </g>
      )}
    </svg>
  );
}
